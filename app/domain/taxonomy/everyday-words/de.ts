import type { EverydayWords } from './everyday-words.ts';

export const de: EverydayWords = {
  'mobile-outage':
    'kein Netz, Netz tot, Netz ausgefallen, Netzausfall, Handy ohne Netz, kein Empfang mehr, Handynetz weg, Störung Mobilfunk, Natel tot, Funkloch plötzlich, Mobilfunk ausgefallen, keine Balken',
  'mobile-outage/voice':
    'kann nicht telefonieren, Anrufe gehen nicht, niemand erreicht mich, kann nicht anrufen',
  'mobile-outage/sms': 'SMS kommen nicht an, SMS gehen nicht, keine SMS',
  'mobile-outage/data': 'mobile Daten gehen nicht, kein Internet auf dem Handy, 4G geht nicht, 5G weg, LTE',
  'mobile-outage/emergency-calls': 'Notruf, Notfallnummer, 112, 117, 118, 144',
  'mobile-outage/mobile-money': 'Bezahlen mit dem Handy geht nicht, Orange Money ausgefallen',
  'fixed-outage':
    'kein Internet, Internet tot, Internetausfall, WLAN tot, kein WLAN, Festnetz tot, Leitung tot, Router, Modem, Glasfaser unterbrochen, Störung',
  'fixed-outage/internet':
    'Internet geht nicht, Internet ausgefallen, WLAN geht nicht, kein WLAN, Internet unterbrochen, Router blinkt rot, Internet ist weg',
  'fixed-outage/line': 'Festnetz geht nicht, Telefon tot, kein Wählton, Festnetztelefon, Kabel durchtrennt',
  'fixed-outage/trunk-or-pbx': 'Telefonanlage, Telefonzentrale, SIP-Trunk',
  'fixed-outage/leased-line': 'Mietleitung, Standleitung',
  'prepaid-credit':
    'Guthaben, aufladen, Aufladung, Prepaid, Rubbelkarte, Wertkarte, Orange Money, Handyguthaben, Geldüberweisung per Handy',
  'prepaid-credit/paid-not-credited':
    'Guthaben nicht angekommen, Aufladung nicht angekommen, bezahlt aber kein Guthaben, Aufladung fehlgeschlagen, Guthaben fehlt',
  'prepaid-credit/wrong-number': 'falsche Nummer aufgeladen, Guthaben an falsche Nummer',
  'prepaid-credit/lost-balance': 'Guthaben weg, Guthaben verschwunden, Guthaben gestohlen, Guthaben leer',
  'prepaid-credit/bundle-or-expiry':
    'Datenpaket fehlt, Paket abgelaufen, Bonus fehlt, Datenvolumen zu schnell weg',
  'prepaid-credit/mobile-money-transfer':
    'Geldtransfer fehlgeschlagen, Geld nicht angekommen, Auszahlung geht nicht',
  'platform-outage':
    'E-Mail geht nicht, Mail ausgefallen, App geht nicht, Webseite offline, Fernsehen geht nicht',
  'platform-outage/e-mail':
    'E-Mail geht nicht, Mails kommen nicht an, Postfach gesperrt, Mailkonto, Webmail, keine Mails',
  'platform-outage/hosting': 'Hosting, Webseite nicht erreichbar, Server ausgefallen, Domain',
  'platform-outage/operator-app':
    'App stürzt ab, kann mich nicht einloggen, Kundenkonto, Login geht nicht, Anmeldung geht nicht',
  'platform-outage/tv':
    'Fernsehen geht nicht, TV-Box, Sender fehlen, schwarzer Bildschirm, Digitalfernsehen, Fernseher',
  'platform-outage/sms-gateway-or-api': 'SMS-Gateway, Schnittstelle, API, Massen-SMS',
  'outage-information':
    'niemand hat informiert, keine Information, nicht informiert, keine Auskunft zur Störung',
  'outage-information/planned-work-not-announced': 'Wartung nicht angekündigt, Bauarbeiten',
  'outage-information/false-or-minimised-status': 'sie lügen, falsche Auskunft, behaupten alles läuft',
  billing:
    'Rechnung, Rechnung zu hoch, falsche Rechnung, doppelt abgebucht, Abbuchung, Lastschrift, Gebühren, Rückerstattung, zu viel bezahlt, Mahnung, Inkasso, Rechnugn',
  'billing/error':
    'Rechnung falsch, Rechnung zu hoch, doppelt verrechnet, doppelt abgebucht, Rechnungsfehler',
  'billing/unsolicited-service': 'Abo nicht bestellt, Abofalle, Premium-SMS, Mehrwertdienst, nie bestellt',
  'billing/refund-due': 'Geld zurück, Rückerstattung, Rückzahlung, Kaution, Gutschrift',
  'billing/disconnection-despite-payment': 'gesperrt obwohl bezahlt, Anschluss gesperrt, Sperrung',
  'billing/price-change': 'Preiserhöhung, teurer geworden, Tarif erhöht',
  contract:
    'Vertrag, Kündigung, kündigen, Abo, Abonnement, Installation, Techniker, Termin, Anschluss, Mindestlaufzeit',
  'contract/mis-selling':
    'Haustürgeschäft, belogen, irreführende Werbung, nie unterschrieben, Vertrag untergeschoben',
  'contract/unilateral-change': 'Vertrag geändert, Abo geändert ohne zu fragen',
  'contract/cancellation-refused':
    'kann nicht kündigen, Kündigung nicht angenommen, Kündigungsgebühr, Kündigung abgelehnt, aus dem Vertrag',
  'contract/installation-delay':
    'Techniker nicht gekommen, Installation verspätet, Termin verpasst, warte auf Glasfaser, Anschluss verzögert',
  'contract/equipment': 'Router defekt, Handy kaputt, Garantie, Gerät gesperrt, Simlock',
  'number-portability':
    'Nummer mitnehmen, Rufnummermitnahme, Anbieter wechseln, Anbieterwechsel, Portierung, Nummer behalten',
  'number-portability/service-lost': 'nach Wechsel kein Anschluss, Nummer verloren',
  'number-portability/unauthorised': 'ohne Zustimmung gewechselt, Slamming',
  'coverage-quality':
    'schlechter Empfang, schlechtes Netz, Funkloch, langsam, Geschwindigkeit, ruckelt, bricht ab',
  'coverage-quality/no-coverage':
    'Funkloch, kein Empfang zu Hause, schlechte Abdeckung, kein Empfang im Dorf, schlechter Empfang',
  'coverage-quality/speed':
    'Internet langsam, langsames Internet, zu langsam, WLAN langsam, geringe Geschwindigkeit',
  'coverage-quality/dropped-calls':
    'Anrufe brechen ab, Verbindung bricht ab, Rauschen, Gespräch unterbrochen',
  'coverage-quality/latency': 'Ping, Lag, instabil, ständige Unterbrechungen, Aussetzer',
  roaming: 'Roaming, Ausland, Ferien, Urlaub, Reise, im Ausland',
  'roaming/bill-shock': 'hohe Rechnung nach Ferien, Roaming-Rechnung, Rechnung aus dem Ausland',
  'roaming/no-service': 'Handy ging im Ausland nicht, kein Netz im Ausland',
  'customer-service':
    'Kundendienst, Kundenservice, Hotline, Callcenter, niemand antwortet, Support, keine Antwort auf Reklamation, unfreundlich',
  'customer-service/customer-service-unreachable':
    'niemand nimmt ab, Warteschleife, Hotline nicht erreichbar, überlastet, nicht erreichbar',
  'customer-service/late-reply': 'keine Antwort, warte seit Wochen auf Antwort',
  'customer-service/broken-promise': 'Versprechen nicht gehalten, Rückruf kam nie, versprochen',
  'customer-service/disrespect': 'unfreundlich, beleidigt, aufgelegt',
  'privacy-fraud':
    'Betrug, Spam, gehackt, Daten weitergegeben, Datenschutz, Belästigung, abgezockt, Identitätsdiebstahl',
  'privacy-fraud/spam': 'Werbeanrufe, Spam, Spam-SMS, unerwünschte Anrufe, Werbung am Telefon',
  'privacy-fraud/sim-swap': 'SIM-Swap, SIM-Karte gestohlen, Nummer gestohlen, Nummer übernommen',
  'privacy-fraud/disclosure': 'Datenleck, Daten weitergegeben, meine Nummer weitergegeben',
  'privacy-fraud/scam': 'Betrug, betrogen, Phishing, falsche SMS, Abzocke, nach dem Code gefragt',
  'privacy-fraud/sim-registration-suspended':
    'SIM gesperrt, SIM-Karte gesperrt, Registrierung der SIM, SIM deaktiviert',
  interconnection:
    'Interkonnektion, Zusammenschaltung, Terminierung, Entbündelung, Streit zwischen Anbietern, Vorleistung',
};
