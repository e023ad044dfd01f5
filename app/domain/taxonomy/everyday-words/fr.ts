import type { EverydayWords } from './everyday-words.ts';

export const fr: EverydayWords = {
  'mobile-outage':
    'panne réseau mobile, réseau mort, plus de réseau, réseau coupé, réseau en panne, antenne en panne, plus de barres, portable ne capte plus, gsm mort, rezo mort, resau coupé, panne générale',
  'mobile-outage/voice':
    'appels ne passent pas, impossible d’appeler, je ne peux pas téléphoner, appel impossible, ça ne sonne pas, injoignable',
  'mobile-outage/sms': 'sms ne partent pas, texto, messages pas reçus, sms bloqués',
  'mobile-outage/data':
    '4g ne marche pas, 3g, 5g coupée, connexion mobile, data mobile, internet sur le téléphone, pas de connexion sur mon portable',
  'mobile-outage/emergency-calls': 'urgence, secours, numéro d’urgence, pompiers, samu, police, 15 19 112',
  'mobile-outage/mobile-money':
    'orange money en panne, mobile money en panne, paiement mobile en panne, moov money en panne',
  'fixed-outage':
    'panne internet, coupure internet, internet coupé, wifi coupé, plus de wifi, box en panne, modem, routeur, fibre coupée, adsl, ligne coupée, panne de ligne',
  'fixed-outage/internet':
    'internet coupé, plus d’internet, internet ne marche pas, wifi ne marche pas, connexion coupée, fibre en panne, box en panne, voyant rouge, conexion coupée, internet mort, livebox, freebox, fibre, wi-fi',
  'fixed-outage/line':
    'téléphone fixe coupé, fixe en panne, pas de tonalité, ligne fixe morte, ligne en dérangement, câble coupé',
  'fixed-outage/trunk-or-pbx': 'standard téléphonique, pbx, centrale téléphonique, trunk sip',
  'fixed-outage/leased-line': 'ligne louée, liaison spécialisée, ligne dédiée, lien dédié',
  'prepaid-credit':
    'recharge, crédit, solde, unités, prépayé, carte à gratter, forfait prépayé, pass internet, orange money, argent mobile, transfert d’argent, crédit disparu',
  'prepaid-credit/paid-not-credited':
    'recharge pas arrivée, recharge non reçue, recharge pas passée, recharge perdue, crédit pas arrivé, crédit non reçu, payé mais rien reçu, argent débité sans crédit, rechargement échoué, max it',
  'prepaid-credit/wrong-number': 'recharge sur un mauvais numéro, erreur de numéro, crédit envoyé à un autre',
  'prepaid-credit/lost-balance':
    'solde disparu, crédit volé, crédit mangé, mon crédit part tout seul, on m’a volé mon crédit, solde vide, unités disparues',
  'prepaid-credit/bundle-or-expiry':
    'forfait expiré, pass pas activé, bonus, mégas disparus, gigas épuisés, data finie trop vite',
  'prepaid-credit/mobile-money-transfer':
    'transfert échoué, orange money bloqué, argent envoyé non reçu, retrait impossible, dépôt, mobile money, wave, orange monney',
  'platform-outage':
    'messagerie en panne, boîte mail, email ne marche pas, courriel, application en panne, site en panne, télé',
  'platform-outage/e-mail':
    'mail ne marche pas, boîte mail bloquée, messagerie inaccessible, emails perdus, adresse mail, e-mail, mel, webmail',
  'platform-outage/hosting': 'hébergement, site web en panne, serveur en panne, nom de domaine',
  'platform-outage/operator-app':
    'application ne s’ouvre pas, appli bug, espace client inaccessible, impossible de me connecter à mon compte, ussd ne marche pas',
  'platform-outage/tv': 'télé ne marche pas, télévision, décodeur, chaînes, écran noir, iptv, bouquet',
  'platform-outage/sms-gateway-or-api': 'passerelle sms, api, sms en masse',
  'outage-information':
    'pas prévenu, aucune information, personne ne dit rien, on ne sait rien de la panne, pas d’explication sur la panne, panne non annoncée, on ne nous dit rien',
  'outage-information/planned-work-not-announced': 'travaux, maintenance non annoncée',
  'outage-information/false-or-minimised-status': 'ils mentent, fausse information, disent que tout marche',
  billing:
    'facture, facture trop chère, facture fausse, surfacturation, prélèvement, prélevé deux fois, double paiement, frais, hors forfait, remboursement, trop payé, factur',
  'billing/error':
    'erreur de facture, facture trop élevée, facture gonflée, payé deux fois, prélevé deux fois, montant faux',
  'billing/unsolicited-service':
    'option non demandée, abonnement sms payant, service à valeur ajoutée, sms surtaxé, numéro surtaxé, wap, abonné sans mon accord, arnaque abonnement',
  'billing/refund-due': 'remboursement, rembourser, avoir, caution, argent pas rendu',
  'billing/disconnection-despite-payment':
    'ligne suspendue alors que j’ai payé, coupé malgré le paiement, coupure pour impayé',
  'billing/price-change': 'augmentation de prix, hausse de tarif, promo finie, plus cher',
  contract:
    'contrat, engagement, résilier, résiliation, résilliation, abonnement, installation, technicien, rendez-vous, raccordement',
  'contract/mis-selling':
    'vente forcée, démarchage, mensonge du vendeur, publicité mensongère, offre trompeuse, abonnement que je n’ai pas signé',
  'contract/unilateral-change': 'contrat modifié, forfait changé, changement d’offre sans accord',
  'contract/cancellation-refused':
    'impossible de résilier, résiliation refusée, frais de résiliation, ils ne veulent pas résilier, arrêter mon abonnement, lettre de résiliation',
  'contract/installation-delay':
    'installation en retard, technicien pas venu, rendez-vous manqué, raccordement fibre, en attente de la fibre, technicien jamais venu, le technicien ne vient pas, fibre pas installée',
  'contract/equipment':
    'box défectueuse, téléphone en panne, sav, garantie, modem défectueux, simlock, déblocage',
  'number-portability':
    'portabilité, garder mon numéro, changer d’opérateur, transfert de numéro, porter mon numéro, rio, portage',
  'number-portability/service-lost': 'plus de ligne après changement d’opérateur, numéro perdu',
  'number-portability/unauthorised':
    'changé d’opérateur sans mon accord, numéro porté sans accord, slamming, écrasement à tort',
  'coverage-quality':
    'mauvais réseau, réseau faible, zone blanche, pas de réseau chez moi, débit, lenteur, ça rame, connexion lente, ça coupe',
  'coverage-quality/no-coverage':
    'zone blanche, pas de réseau au village, pas de couverture, on ne capte pas chez moi, pas d’antenne, mauvais réseau',
  'coverage-quality/speed':
    'internet lent, connexion lente, débit faible, ça rame, internet très lent, lenteur, wifi lent',
  'coverage-quality/dropped-calls':
    'appels coupés, ça coupe pendant l’appel, voix hachée, grésillement, on m’entend mal',
  'coverage-quality/latency': 'ping, lag, micro-coupures, coupures répétées, instable, déconnexions',
  roaming:
    'roaming, itinérance, étranger, voyage, vacances, hors forfait à l’étranger, facture voyage, à l’étranger',
  'roaming/bill-shock':
    'facture énorme après voyage, facture roaming, données à l’étranger, internet à l’étranger, facturé à l’étranger',
  'roaming/no-service': 'pas de réseau à l’étranger, téléphone ne marche pas en voyage',
  'customer-service':
    'service client, service clients, hotline, centre d’appel, conseiller, réclamation sans réponse, ils ne répondent pas, personne ne répond, standard saturé, mal reçu, boutique, agence, handicapé, handicap, accessibilité, sourd, malentendant, fauteuil roulant',
  'customer-service/customer-service-unreachable':
    'ils ne répondent pas, personne ne décroche, attente au téléphone, injoignable, service client injoignable, 121, 3030, 777',
  'customer-service/late-reply': 'pas de réponse, toujours pas de réponse, j’attends depuis des semaines',
  'customer-service/broken-promise': 'on m’a promis, promesse, rappel jamais, on devait me rappeler',
  'customer-service/disrespect': 'insulté, mal parlé, conseiller impoli, raccroché au nez',
  'privacy-fraud':
    'arnaque, fraude, escroquerie, spam, harcèlement téléphonique, piratage, piraté, données personnelles, vol d’identité, brouteur',
  'privacy-fraud/spam':
    'spam, pub par sms, appels publicitaires, démarchage, appels indésirables, sms publicitaires, robot qui appelle, démarchage téléphonique, harcèlement téléphonique, appels pour vendre',
  'privacy-fraud/sim-swap':
    'sim swap, carte sim volée, numéro piraté, on a volé mon numéro, puce volée, duplicata de sim',
  'privacy-fraud/disclosure': 'données divulguées, fuite de données, ils ont donné mon numéro',
  'privacy-fraud/scam':
    'arnaque, arnaqué, escroc, faux sms, faux gain, phishing, hameçonnage, on m’a demandé mon code',
  'privacy-fraud/sim-registration-suspended':
    'sim bloquée, puce bloquée, identification sim, carte sim suspendue, puce désactivée, enregistrement sim, code puk, puk',
  interconnection:
    'interconnexion, terminaison d’appel, dégroupage, partage d’infrastructure, litige entre opérateurs, opérateur de gros, colocalisation',
};
