import type { ComplainantTexts } from './texts.ts';

export const FR_COMPLAINANTS: ComplainantTexts = {
  narratives: {
    'mobile-outage/voice':
      "Depuis ce matin je ne peux ni appeler ni recevoir d'appels. Le téléphone affiche le réseau, puis la communication échoue. Mes voisins ont le même problème.",
    'mobile-outage/sms':
      "Les SMS n'arrivent plus, ni les codes de ma banque. J'ai redémarré le téléphone et essayé la carte SIM dans un autre appareil : même résultat.",
    'mobile-outage/data':
      "Plus d'internet mobile dans tout le quartier. Les appels passent, mais aucune page ne s'ouvre, ni en 4G ni en 3G.",
    'mobile-outage/emergency-calls':
      "Ma mère a fait un malaise et je n'ai pas pu joindre les secours depuis mon portable. Il a fallu aller chez le voisin, qui est chez un autre opérateur.",
    'mobile-outage/mobile-money':
      "Le service de paiement par téléphone est resté bloqué toute la journée. Je n'ai pas pu payer mes fournisseurs au marché.",
    'fixed-outage/line':
      "La ligne fixe est muette. Pas de tonalité, et ceux qui m'appellent entendent sonner dans le vide.",
    'fixed-outage/trunk-or-pbx':
      "Le standard de notre entreprise ne reçoit plus aucun appel extérieur. Les douze postes fonctionnent entre eux, mais les clients tombent sur une tonalité d'occupation.",
    'fixed-outage/internet':
      'La box clignote en rouge et la connexion ne revient que quelques minutes par jour. Mes enfants ne peuvent pas suivre leurs cours.',
    'fixed-outage/leased-line':
      'La liaison louée entre nos deux sites est coupée. Le délai de rétablissement du contrat est dépassé et nous transportons les fichiers sur une clé.',
    'prepaid-credit/paid-not-credited':
      "J'ai rechargé ma ligne, la somme a été prélevée, mais le crédit n'est jamais arrivé. J'ai pourtant reçu le message de confirmation.",
    'prepaid-credit/wrong-number':
      "Je me suis trompé d'un chiffre en rechargeant. J'ai prévenu l'opérateur dans les cinq minutes, mais il refuse d'annuler l'opération.",
    'prepaid-credit/lost-balance':
      "Mon solde est passé à zéro pendant la nuit sans que j'appelle personne. Le relevé ne montre aucune consommation.",
    'prepaid-credit/bundle-or-expiry':
      "Le forfait internet de trente jours a expiré au bout de neuf jours, alors qu'il restait la moitié du volume.",
    'prepaid-credit/mobile-money-transfer':
      "J'ai envoyé de l'argent à mon frère par téléphone. Il n'a rien reçu, et mon compte a bien été débité.",
    'platform-outage/e-mail':
      "Impossible d'ouvrir ma boîte aux lettres électronique depuis deux jours. Le serveur répond que le mot de passe est faux, alors qu'il n'a pas changé.",
    'platform-outage/hosting':
      "Le site de notre association, hébergé chez l'opérateur, affiche une erreur 503. Les inscriptions au tournoi sont perdues pour la semaine.",
    'platform-outage/operator-app':
      "L'application de l'opérateur ne s'ouvre plus depuis sa mise à jour. Sans elle je ne peux ni payer ma facture ni voir ma consommation.",
    'platform-outage/tv':
      'Le décodeur reste sur un écran noir et indique le code 402. La télévision est payée, mais nous ne la voyons pas depuis une semaine.',
    'platform-outage/sms-gateway-or-api':
      "Les rappels de rendez-vous que notre cabinet envoie par la passerelle SMS ne partent plus. La passerelle répond que tout est accepté, mais rien n'arrive.",
    'outage-information/no-notice':
      "La panne a duré l'après-midi et rien n'a été annoncé : ni message, ni page, ni téléphone. Ce n'est pas la panne qui m'ennuie, c'est le silence.",
    'outage-information/no-cause-or-time':
      "Le site reconnaît un incident mais ne dit ni la cause ni l'heure du retour. Impossible d'organiser mon travail.",
    'outage-information/false-or-minimised-status':
      "L'opérateur écrit que quelques clients sont touchés, alors que toute la ville est coupée depuis la veille.",
    'outage-information/planned-work-not-announced':
      "Une coupure pour travaux a commencé à dix heures sans que personne ne nous prévienne. La boutique n'a pas pu encaisser par carte.",
    'billing/error':
      "La facture compte deux fois la même option. J'ai signalé l'erreur deux fois et le mois suivant elle était encore là.",
    'billing/unsolicited-service':
      "Un abonnement à des jeux que je n'ai jamais demandé apparaît chaque semaine sur mon compte. Personne ne sait me dire comment il a été activé.",
    'billing/refund-due':
      "L'opérateur a reconnu par écrit qu'il me devait un remboursement il y a trois mois. Je n'ai toujours rien reçu.",
    'billing/disconnection-despite-payment':
      "Ma ligne a été coupée pour impayé alors que la facture était payée depuis dix jours. J'ai le reçu de l'agence.",
    'billing/price-change':
      "Le prix de mon abonnement a augmenté sans avis. Le contrat parle d'un tarif garanti pendant vingt-quatre mois.",
    'contract/mis-selling':
      "Le vendeur m'a assuré que la fibre était disponible chez moi. Une fois le contrat signé, on m'a installé une ligne beaucoup plus lente.",
    'contract/unilateral-change':
      "Mon forfait a été remplacé par un autre, plus cher et avec moins d'heures, sans mon accord.",
    'contract/cancellation-refused':
      "J'ai envoyé ma lettre de résiliation recommandée avec le préavis demandé. L'opérateur continue de facturer et dit ne rien avoir reçu.",
    'contract/installation-delay':
      "Trois rendez-vous pour l'installation, trois fois personne. J'ai pris un jour de congé à chaque fois.",
    'contract/equipment':
      "La box livrée ne fonctionne pas et l'échange promis n'arrive pas. On me facture pourtant la location.",
    'number-portability/delay':
      "J'ai demandé à garder mon numéro il y a un mois. Chaque opérateur renvoie la faute à l'autre et je paie deux abonnements.",
    'number-portability/refusal':
      "La portabilité de mon numéro est refusée pour une prétendue dette. Je n'ai aucune facture ouverte.",
    'number-portability/service-lost':
      "Depuis le changement d'opérateur, mon numéro ne reçoit plus les appels d'une partie de mes clients.",
    'number-portability/unauthorised':
      "Mon numéro a été transféré chez un autre opérateur sans que je l'aie demandé. Je l'ai découvert quand le téléphone s'est éteint.",
    'coverage-quality/no-coverage':
      "La carte de l'opérateur montre notre village couvert. Il faut monter sur la route pour avoir une barre.",
    'coverage-quality/speed':
      "On m'a vendu un débit de cent mégabits. Le soir j'en mesure trois, tous les soirs.",
    'coverage-quality/dropped-calls':
      "Les appels se coupent au bout de deux ou trois minutes, à la maison comme au bureau. C'est ainsi depuis le changement d'antenne.",
    'coverage-quality/latency':
      "Les réunions par vidéo sont impossibles : l'image se fige et le son arrive avec plusieurs secondes de retard.",
    'roaming/bill-shock':
      "Au retour de quatre jours à l'étranger, la facture dépasse un mois de salaire. Aucun message ne m'a averti.",
    'roaming/no-service':
      "L'option pour l'étranger était payée, mais mon téléphone n'a trouvé aucun réseau pendant tout le voyage.",
    'roaming/not-activated':
      "L'agence m'a confirmé l'activation de l'itinérance. À l'arrivée, rien ne marchait et le service client ne répondait pas depuis l'étranger.",
    'customer-service/customer-service-unreachable':
      "J'appelle depuis une semaine. Après vingt minutes de musique, la communication est coupée.",
    'customer-service/no-ticket':
      'À chaque appel je raconte tout depuis le début. On refuse de me donner un numéro de dossier.',
    'customer-service/late-reply':
      "Ma réclamation écrite est restée deux mois sans réponse, alors que l'opérateur promet quinze jours.",
    'customer-service/broken-promise': "On m'a promis trois fois de me rappeler. Personne ne l'a fait.",
    'customer-service/disrespect':
      "L'employé de l'agence m'a parlé avec mépris devant tout le monde et m'a demandé de sortir.",
    'privacy-fraud/spam': 'Je reçois dix messages publicitaires par jour et répondre STOP ne change rien.',
    'privacy-fraud/sim-swap':
      "Quelqu'un a obtenu une nouvelle carte SIM à mon nom dans une agence, puis a vidé mon compte bancaire avec les codes reçus.",
    'privacy-fraud/disclosure': 'Un employé a donné la liste de mes appels à une personne de ma famille.',
    'privacy-fraud/scam':
      "Un faux agent de l'opérateur m'a appelé depuis un numéro qui semblait officiel et m'a fait valider un transfert.",
    'privacy-fraud/sim-registration-suspended':
      "Ma carte SIM est suspendue pour défaut d'identification, alors que j'ai présenté ma pièce d'identité à l'agence et gardé le récépissé.",
  },
  closings: [
    "J'ai appelé plusieurs fois, sans résultat.",
    "On me répond que c'est en cours, sans date.",
    'Je demande une réponse écrite.',
    'Je joins ce que j’ai gardé.',
    'Cela dure depuis trop longtemps.',
    'Je travaille de chez moi et je perds des journées.',
    'Je veux seulement que ce soit réparé.',
    'Merci de votre aide.',
  ],
  outages: [
    'La coupure du réseau mobile de mon quartier',
    "La panne d'internet de la semaine",
    'La coupure de la messagerie',
  ],
  billLines: [
    'Option internationale comptée deux fois',
    'Abonnement « Jeux » du 3 au 27',
    'Frais de mise en service déjà payés',
    'Communications hors forfait que je n’ai pas passées',
  ],
  earlierProblems: [
    'Une box en panne depuis trois semaines',
    'Une double facturation de janvier',
    'Un transfert de ligne jamais effectué',
  ],
  replies: [
    "Voici le numéro de la ligne et l'heure de l'incident : cela s'est produit vers 18 h, à mon domicile.",
    "J'ai retrouvé le reçu. La date est bien celle que j'avais indiquée.",
    "Le numéro de dossier est celui du courrier que j'ai reçu de votre agence.",
  ],
  disputes: {
    'not-done': "Ce qui est écrit dans la réponse n'a pas été fait : rien n'a changé depuis.",
    'money-not-received':
      "L'opérateur dit avoir remboursé. Je n'ai reçu aucune somme, ni sur ma facture ni sur mon compte.",
    'facts-wrong': 'La réponse décrit une autre panne que la mienne. Les dates et le lieu sont faux.',
    'issue-ignored': "On ne répond qu'à la moitié de ma plainte.",
    'happened-again': 'Le problème est revenu trois jours après la réponse.',
    'amount-too-low': 'Le montant proposé ne couvre même pas les jours sans service.',
  },
  withdrawals: [
    "L'opérateur m'a rappelé et tout est réglé. Je retire ma plainte.",
    "J'ai changé d'opérateur entre-temps, je renonce à poursuivre.",
    "J'avais mal lu ma facture. Je retire ma plainte.",
  ],
};
