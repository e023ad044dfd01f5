import type { ComplainantTexts } from './texts.ts';

export const DE_COMPLAINANTS: ComplainantTexts = {
  narratives: {
    'mobile-outage/voice':
      'Seit heute Morgen kann ich weder telefonieren noch Anrufe empfangen. Das Telefon zeigt Netz an, dann bricht der Anruf ab. Bei den Nachbarn ist es gleich.',
    'mobile-outage/sms':
      'SMS kommen nicht mehr an, auch nicht die Codes der Bank. Neustart und ein anderes Gerät haben nichts geändert.',
    'mobile-outage/data':
      'Im ganzen Quartier geht kein mobiles Internet. Anrufe funktionieren, aber keine Seite öffnet sich, weder mit 4G noch mit 5G.',
    'mobile-outage/emergency-calls':
      'Meine Mutter ist gestürzt und ich konnte mit dem Handy keinen Notruf absetzen. Ich musste zum Nachbarn, der bei einem anderen Anbieter ist.',
    'fixed-outage/line':
      'Der Festnetzanschluss ist tot. Kein Summton, und wer anruft, hört es läuten, während hier nichts klingelt.',
    'fixed-outage/trunk-or-pbx':
      'Die Telefonanlage unserer Praxis nimmt keine Anrufe von aussen mehr an. Intern geht alles, Patienten hören das Besetztzeichen.',
    'fixed-outage/internet':
      'Der Router blinkt rot und die Verbindung kommt nur für wenige Minuten am Tag zurück. Ich arbeite zu Hause.',
    'fixed-outage/leased-line':
      'Die Mietleitung zwischen unseren zwei Standorten ist unterbrochen. Die vereinbarte Frist zur Behebung ist vorbei.',
    'prepaid-credit/paid-not-credited':
      'Ich habe Guthaben geladen, der Betrag wurde abgebucht und per SMS bestätigt, doch das Guthaben ist nie angekommen.',
    'prepaid-credit/lost-balance':
      'Mein Guthaben war über Nacht auf null, obwohl ich niemanden angerufen habe. Der Auszug zeigt keinen Verbrauch.',
    'prepaid-credit/bundle-or-expiry':
      'Das Datenpaket für dreissig Tage ist nach neun Tagen abgelaufen, obwohl die Hälfte noch übrig war.',
    'platform-outage/e-mail':
      'Seit zwei Tagen komme ich nicht in mein Postfach. Der Server meldet ein falsches Passwort, das sich nicht geändert hat.',
    'platform-outage/hosting':
      'Die Website unseres Vereins, die beim Anbieter liegt, zeigt den Fehler 503. Die Anmeldungen der Woche sind verloren.',
    'platform-outage/operator-app':
      'Die App des Anbieters öffnet sich seit der Aktualisierung nicht mehr. Ohne sie sehe ich weder Rechnung noch Verbrauch.',
    'platform-outage/tv':
      'Der Bildschirm bleibt schwarz und zeigt den Code 402. Wir bezahlen das Fernsehen und sehen es seit einer Woche nicht.',
    'outage-information/no-notice':
      'Die Störung dauerte den ganzen Nachmittag und nirgends stand etwas. Mich ärgert nicht die Störung, sondern dass uns niemand etwas sagt.',
    'outage-information/no-cause-or-time':
      'Auf der Website steht, dass es eine Störung gibt, aber weder die Ursache noch wann sie endet. So kann ich nicht planen.',
    'outage-information/false-or-minimised-status':
      'Der Anbieter schreibt, einzelne Kunden seien betroffen. Dabei ist die ganze Stadt seit gestern ohne Netz.',
    'billing/error':
      'Die Rechnung zählt dieselbe Option zweimal. Ich habe es zweimal gemeldet, und im Monat darauf stand sie wieder da.',
    'billing/unsolicited-service':
      'Ein Spiele-Abo, das ich nie bestellt habe, erscheint jede Woche auf meinem Konto. Niemand kann sagen, wie es aktiviert wurde.',
    'billing/refund-due':
      'Der Anbieter hat vor drei Monaten schriftlich bestätigt, dass er mir Geld schuldet. Bisher ist nichts gekommen.',
    'billing/disconnection-despite-payment':
      'Mein Anschluss wurde wegen Zahlungsverzugs gesperrt, obwohl die Rechnung seit zehn Tagen bezahlt war.',
    'billing/price-change':
      'Der Preis meines Abos ist ohne Mitteilung gestiegen. Im Vertrag steht ein garantierter Preis für 24 Monate.',
    'contract/mis-selling':
      'Der Verkäufer versicherte mir, an meiner Adresse gebe es Glasfaser. Nach der Unterschrift bekam ich einen viel langsameren Anschluss.',
    'contract/unilateral-change':
      'Mein Abo wurde ohne meine Zustimmung durch ein teureres mit weniger Leistung ersetzt.',
    'contract/cancellation-refused':
      'Ich habe fristgerecht und eingeschrieben gekündigt. Der Anbieter stellt weiter Rechnung und sagt, er habe nichts erhalten.',
    'contract/installation-delay':
      'Drei Termine für die Installation, dreimal kam niemand. Ich habe jedes Mal einen Tag frei genommen.',
    'contract/equipment':
      'Das gelieferte Gerät funktioniert nicht, der versprochene Ersatz kommt nicht, die Miete wird trotzdem verrechnet.',
    'number-portability/delay':
      'Vor einem Monat habe ich die Mitnahme meiner Nummer verlangt. Jeder Anbieter schiebt es auf den anderen und ich bezahle zwei Abos.',
    'number-portability/refusal':
      'Die Mitnahme meiner Nummer wird wegen einer angeblichen Schuld verweigert. Ich habe keine offene Rechnung.',
    'number-portability/service-lost':
      'Seit dem Wechsel kommen Anrufe eines Teils meiner Kunden nicht mehr an.',
    'coverage-quality/no-coverage':
      'Die Karte zeigt unser Dorf als versorgt. Für einen Balken muss man auf die Strasse hinauf.',
    'coverage-quality/speed': 'Verkauft wurden mir hundert Megabit. Am Abend messe ich drei, jeden Abend.',
    'coverage-quality/dropped-calls':
      'Anrufe brechen nach zwei, drei Minuten ab, zu Hause wie im Büro. So ist es seit dem Umbau der Antenne.',
    'coverage-quality/latency':
      'Videositzungen sind unmöglich: Das Bild bleibt stehen und der Ton kommt Sekunden später.',
    'roaming/bill-shock':
      'Nach vier Tagen im Ausland ist die Rechnung höher als meine Miete. Gewarnt hat mich niemand.',
    'roaming/no-service':
      'Die Option für das Ausland war bezahlt, doch mein Telefon fand auf der ganzen Reise kein Netz.',
    'customer-service/customer-service-unreachable':
      'Ich rufe seit einer Woche an. Nach zwanzig Minuten Musik wird die Verbindung getrennt.',
    'customer-service/no-ticket':
      'Bei jedem Anruf erzähle ich alles von vorn. Eine Fallnummer gibt man mir nicht.',
    'customer-service/late-reply': 'Meine schriftliche Beschwerde blieb zwei Monate ohne Antwort.',
    'customer-service/broken-promise': 'Dreimal wurde mir ein Rückruf versprochen. Angerufen hat niemand.',
    'privacy-fraud/spam': 'Ich erhalte zehn Werbenachrichten am Tag, und die Antwort STOP ändert nichts.',
    'privacy-fraud/sim-swap':
      'Jemand liess sich in einem Shop eine neue SIM-Karte auf meinen Namen geben und hat mit den Codes mein Konto geleert.',
    'privacy-fraud/scam':
      'Ein Anrufer gab sich als Mitarbeiter des Anbieters aus, die Nummer sah echt aus, und liess mich eine Überweisung bestätigen.',
  },
  closings: [
    'Ich habe mehrmals angerufen, ohne Ergebnis.',
    'Es heisst, man kümmere sich darum, ein Datum nennt niemand.',
    'Ich bitte um eine schriftliche Antwort.',
    'Beilagen liegen bei.',
    'Das dauert schon viel zu lange.',
    'Ich will nur, dass es wieder geht.',
  ],
  outages: [
    'Der Ausfall des Mobilnetzes im Quartier',
    'Der Internetausfall dieser Woche',
    'Der Ausfall des Postfachs',
  ],
  billLines: [
    'Auslandsoption doppelt verrechnet',
    'Abo «Spiele» vom 3. bis 27.',
    'Bereits bezahlte Aufschaltgebühr',
  ],
  earlierProblems: ['Ein seit drei Wochen defekter Router', 'Die doppelte Rechnung vom Januar'],
  replies: [
    'Hier sind Anschlussnummer und Uhrzeit: Es geschah gegen 18 Uhr bei mir zu Hause.',
    'Ich habe die Quittung gefunden. Das Datum ist jenes, das ich angegeben habe.',
  ],
  disputes: {
    'not-done': 'Was in der Antwort steht, ist nicht geschehen. Seither hat sich nichts geändert.',
    'money-not-received': 'Der Anbieter sagt, er habe bezahlt. Bei mir ist nichts angekommen.',
    'facts-wrong': 'Die Antwort beschreibt eine andere Störung als meine. Datum und Ort stimmen nicht.',
    'issue-ignored': 'Auf die Hälfte meiner Beschwerde wird nicht eingegangen.',
    'happened-again': 'Drei Tage nach der Antwort war das Problem wieder da.',
    'amount-too-low': 'Der Betrag deckt nicht einmal die Tage ohne Dienst.',
  },
  withdrawals: [
    'Der Anbieter hat mich angerufen, alles ist geregelt. Ich ziehe die Beschwerde zurück.',
    'Ich habe inzwischen den Anbieter gewechselt und verzichte.',
  ],
};
