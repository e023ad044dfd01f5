import type { StaffTexts } from './texts.ts';

export const FR_STAFF: StaffTexts = {
  answers: {
    interconnection: {
      cause:
        "Les deux liens d'interconnexion ont été réduits le temps d'un contrôle de trafic que nos services n'avaient pas annoncé.",
      action:
        'La capacité prévue par la convention est rétablie et tout contrôle est désormais annoncé dix jours avant.',
      refusal:
        "Le trafic remis dépasse de moitié la capacité commandée ; la convention ne nous oblige pas à l'acheminer au-delà.",
    },
    'mobile-outage': {
      cause:
        "Une carte de transmission du site radio qui dessert votre quartier est tombée en panne, et le lien de secours n'a pas pris le relais.",
      action:
        'La carte a été remplacée, le lien de secours testé, et le site est surveillé à distance depuis.',
      refusal:
        "Les compteurs de l'antenne qui dessert l'adresse indiquée ne montrent aucune interruption à ces heures ; la ligne a passé quatre appels ce jour-là.",
    },
    'fixed-outage': {
      cause:
        'Un câble de vingt-huit paires a été arraché par un chantier de voirie à deux rues de chez vous.',
      action: 'Le câble a été ressoudé et votre ligne mesurée de bout en bout par le technicien.',
      refusal:
        "La mesure de la ligne est conforme ; le défaut vient de l'installation intérieure, que le contrat laisse à la charge du client.",
    },
    'prepaid-credit': {
      cause:
        "La recharge a été acceptée par la plateforme de paiement, mais le message vers le compteur s'est perdu lors d'une maintenance.",
      action: 'La transaction a été retrouvée dans le journal de paiement et portée à votre solde.',
      refusal:
        "Le journal montre que la somme a été portée au numéro composé, et que le destinataire l'a consommée dans l'heure.",
    },
    'platform-outage': {
      cause:
        "La migration du serveur qui porte votre compte a échoué et les accès ont été refusés jusqu'au retour en arrière.",
      action: 'Le serveur précédent a été remis en service et les contenus en attente ont été livrés.',
      refusal:
        "Les journaux montrent des connexions réussies à votre compte pendant toute la période ; le refus vient d'un mot de passe enregistré dans l'appareil.",
    },
    'outage-information': {
      cause:
        "L'équipe de garde n'a publié aucun avis parce que la procédure ne le prévoyait qu'après quatre heures de coupure.",
      action:
        "Le seuil est abaissé à une heure, et les clients de la zone reçoivent désormais un SMS à l'ouverture de l'incident.",
      refusal:
        "Un avis a été publié sur la page d'état douze minutes après le début de la coupure ; une copie horodatée est au dossier.",
    },
    billing: {
      cause:
        "Lors du changement de forfait, l'ancienne option est restée active à côté de la nouvelle dans le système de facturation.",
      action: "L'ancienne option est supprimée et la facture suivante est établie sans elle.",
      refusal:
        'Le détail des communications montre que les unités facturées ont été consommées depuis la carte SIM de la ligne.',
    },
    contract: {
      cause: "L'agence a enregistré la demande sous un autre contrat, et personne ne l'a reprise ensuite.",
      action: 'La demande est rattachée au bon contrat et prend effet à la date de votre première lettre.',
      refusal:
        "L'engagement signé court encore sept mois et le motif avancé ne figure pas parmi ceux qui permettent d'en sortir sans frais.",
    },
    'number-portability': {
      cause:
        "Le fichier de portabilité a été rejeté deux fois à cause d'une date de naissance mal saisie en agence.",
      action: 'Les données sont corrigées, le portage est fait et le routage vérifié depuis trois réseaux.',
      refusal:
        "Le relevé d'identité présenté n'est pas celui du titulaire de la ligne ; la demande doit venir de lui.",
    },
    'coverage-quality': {
      cause: "Le secteur est desservi par une seule cellule, saturée entre 19 h et 23 h depuis l'été.",
      action:
        'Une seconde porteuse a été ajoutée sur la cellule, et le débit mesuré ensuite dépasse vingt mégabits le soir.',
      refusal:
        "Les mesures faites sur place donnent la couverture annoncée à l'extérieur, la seule que la carte publiée garantit.",
    },
    roaming: {
      cause:
        "Le plafond de dépense à l'étranger n'a pas été appliqué parce que le réseau visité a transmis les volumes avec deux jours de retard.",
      action:
        'Les volumes au-dessus du plafond sont retirés de la facture et le blocage est posé sur la ligne.',
      refusal:
        "Trois SMS d'avertissement ont été remis à la ligne pendant le séjour, à 50, 80 et 100 % du plafond.",
    },
    'customer-service': {
      cause:
        "Le plateau d'appels a perdu un tiers de ses effectifs en un mois et les rappels promis n'étaient plus suivis.",
      action:
        "Un conseiller nommé suit votre dossier jusqu'à sa clôture, et les rappels promis sont désormais contrôlés chaque soir.",
      refusal:
        "L'enregistrement des deux appels montre une attente de six minutes et une réponse donnée lors du second.",
    },
    'privacy-fraud': {
      cause: "Le contrôle d'identité n'a pas été fait selon la règle lors de la demande en agence.",
      action:
        "La carte est bloquée, l'ancienne rétablie, et l'agence concernée est soumise à un double contrôle.",
      refusal:
        "Les messages signalés ne partent pas de notre réseau ; leur origine a été communiquée à l'opérateur concerné.",
    },
  },
  refund: 'La somme indiquée est portée au crédit de votre compte.',
  messages: {
    money:
      "Nous avons repris votre dossier depuis le début. La somme indiquée vous est rendue ; si elle n'apparaît pas à la date donnée, répondez ici et le conseiller qui signe cette réponse vous rappelle.",
    repair:
      "Votre dossier a été examiné avec l'équipe du terrain. La réparation est faite ; dites-nous si vous constatez encore le défaut à votre adresse.",
    explained:
      "Voici ce qui s'est passé sur votre ligne et ce que nous avons changé pour que cela ne se reproduise pas chez vous.",
    rejected:
      'Nous avons contrôlé les relevés de votre ligne pour les dates indiquées. Ils ne confirment pas les faits, et nous vous en donnons ci-dessus le détail.',
  },
  questions: [
    "Pouvez-vous indiquer le numéro exact de la ligne et l'heure à laquelle le problème s'est produit ?",
    'Merci de joindre la page de la facture sur laquelle figure la ligne contestée.',
    'Quel est le numéro du reçu qui vous a été remis en agence ?',
  ],
  extensions: [
    "L'expertise du câble enterré demande une autorisation de voirie, attendue dans trois jours.",
    'Le réseau visité doit nous remettre ses relevés avant que nous puissions recalculer la facture.',
    'Le prestataire de paiement a trois jours pour nous transmettre le journal de la transaction.',
  ],
  misdirections: [
    "La ligne concernée n'est pas exploitée par nous : elle a été portée chez un autre opérateur il y a un an.",
    "Le numéro indiqué appartient à un autre réseau ; nous n'avons aucun contrat avec cette personne.",
  ],
  reroutings: [
    "Après vérification du numéro, la plainte est transmise à l'opérateur qui exploite la ligne.",
    'Le registre des numéros portés désigne un autre opérateur ; il répond désormais de ce dossier.',
  ],
  inadmissible: {
    'before-a-court':
      "Le même litige est devant le tribunal depuis le printemps. L'autorité ne l'examine pas en parallèle.",
    'not-telecom':
      "La plainte porte sur l'achat d'un téléphone dans un magasin, et non sur un service de télécommunications.",
    'abusive-or-empty':
      "La plainte ne décrit aucun fait qui puisse être examiné, et la personne n'a pas répondu à nos demandes.",
    'operator-not-contacted':
      "L'opérateur n'a pas été saisi avant nous : le contact indiqué était avec un revendeur.",
  },
  notes: [
    'Troisième plainte du même quartier en dix jours : à rapprocher.',
    "L'opérateur a répondu hors sujet au premier point ; à suivre lors du prochain contrôle.",
    'Vérifié par téléphone avec la personne : les dates concordent.',
  ],
  decisions: {
    upheld: {
      reasons:
        "Les pièces montrent que le service n'a pas été rendu pendant la période indiquée. L'opérateur n'a apporté aucun relevé qui dise le contraire.",
      remedy: "Rembourser la part d'abonnement des jours sans service et verser la somme fixée.",
    },
    partly_upheld: {
      reasons:
        "L'interruption est établie pour une partie seulement de la période. La perte invoquée n'est pas démontrée au-delà.",
      remedy: 'Porter la somme fixée au crédit du compte de la personne.',
    },
    not_upheld: {
      reasons:
        "Les relevés de l'opérateur, contrôlés par nous, montrent que le service a fonctionné et que la facture correspond aux consommations.",
      remedy: '',
    },
  },
  remedyReports: [
    'La somme fixée par la décision a été versée ; la preuve de virement porte la référence du dossier.',
    'Le crédit figure sur la facture du mois, page deux, sous la mention « décision du régulateur ».',
  ],
};
