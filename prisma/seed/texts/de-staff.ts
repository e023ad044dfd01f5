import type { StaffTexts } from './texts.ts';

export const DE_STAFF: StaffTexts = {
  answers: {
    interconnection: {
      cause:
        'Die beiden Zusammenschaltungen wurden für eine Verkehrsprüfung verkleinert, die wir nicht angekündigt hatten.',
      action:
        'Die vereinbarte Kapazität steht wieder, und Prüfungen werden nun zehn Tage vorher angekündigt.',
      refusal:
        'Der übergebene Verkehr übersteigt die bestellte Kapazität um die Hälfte; mehr schuldet der Vertrag nicht.',
    },
    'mobile-outage': {
      cause:
        'Eine Übertragungskarte am Sendestandort Ihres Quartiers fiel aus, und die Ersatzstrecke sprang nicht ein.',
      action: 'Die Karte wurde ersetzt, die Ersatzstrecke geprüft, und der Standort wird seither überwacht.',
      refusal:
        'Die Zähler der Antenne an der genannten Adresse zeigen keinen Unterbruch; über den Anschluss liefen an dem Tag vier Anrufe.',
    },
    'fixed-outage': {
      cause: 'Bei Bauarbeiten zwei Strassen weiter wurde ein Kabel mit 28 Adernpaaren durchtrennt.',
      action: 'Das Kabel wurde gespleisst und Ihr Anschluss vom Techniker durchgemessen.',
      refusal:
        'Die Messung der Leitung ist in Ordnung; der Fehler liegt in der Hausinstallation, für die laut Vertrag der Kunde sorgt.',
    },
    'prepaid-credit': {
      cause:
        'Die Zahlung wurde angenommen, die Meldung an den Zähler ging aber während einer Wartung verloren.',
      action: 'Die Buchung wurde im Zahlungsprotokoll gefunden und Ihrem Guthaben gutgeschrieben.',
      refusal:
        'Laut Protokoll wurde der Betrag der gewählten Nummer gutgeschrieben und dort innert einer Stunde verbraucht.',
    },
    'platform-outage': {
      cause:
        'Der Umzug des Servers mit Ihrem Konto misslang, und Anmeldungen wurden bis zur Rückkehr auf den alten abgewiesen.',
      action: 'Der frühere Server ist wieder in Betrieb und die wartenden Inhalte wurden zugestellt.',
      refusal:
        'Die Protokolle zeigen in der ganzen Zeit erfolgreiche Anmeldungen; abgewiesen wurde ein im Gerät gespeichertes Passwort.',
    },
    'outage-information': {
      cause:
        'Der Pikettdienst veröffentlichte nichts, weil der Ablauf dies erst nach vier Stunden Ausfall vorsah.',
      action:
        'Die Schwelle beträgt neu eine Stunde, und Kunden im Gebiet erhalten zu Beginn einer Störung eine SMS.',
      refusal:
        'Zwölf Minuten nach Beginn stand eine Meldung auf der Statusseite; eine datierte Kopie liegt im Dossier.',
    },
    billing: {
      cause: 'Beim Wechsel des Abos blieb die alte Option im Abrechnungssystem neben der neuen aktiv.',
      action: 'Die alte Option ist gelöscht und die nächste Rechnung wird ohne sie erstellt.',
      refusal:
        'Der Einzelnachweis zeigt, dass die verrechneten Einheiten mit der SIM-Karte des Anschlusses bezogen wurden.',
    },
    contract: {
      cause:
        'Der Shop erfasste das Begehren unter einem anderen Vertrag, und danach nahm sich niemand seiner an.',
      action: 'Das Begehren ist dem richtigen Vertrag zugeordnet und gilt ab dem Datum Ihres ersten Briefes.',
      refusal:
        'Die vereinbarte Mindestdauer läuft noch sieben Monate, und der genannte Grund erlaubt keinen kostenlosen Ausstieg.',
    },
    'number-portability': {
      cause:
        'Die Portierung wurde zweimal abgewiesen, weil im Shop ein falsches Geburtsdatum erfasst worden war.',
      action: 'Die Angaben sind berichtigt, die Nummer ist portiert und aus drei Netzen geprüft.',
      refusal:
        'Der vorgelegte Ausweis ist nicht jener der Inhaberin; der Auftrag muss von ihr selbst kommen.',
    },
    'coverage-quality': {
      cause:
        'Das Gebiet hängt an einer einzigen Zelle, die seit dem Sommer zwischen 19 und 23 Uhr überlastet ist.',
      action:
        'Die Zelle erhielt einen zweiten Träger; am Abend werden seither über zwanzig Megabit gemessen.',
      refusal:
        'Messungen vor Ort ergeben die zugesagte Versorgung im Freien; nur diese sichert die veröffentlichte Karte zu.',
    },
    roaming: {
      cause:
        'Die Kostengrenze im Ausland griff nicht, weil das besuchte Netz die Datenmengen zwei Tage verspätet meldete.',
      action: 'Die Mengen über der Grenze wurden aus der Rechnung gestrichen und die Sperre gesetzt.',
      refusal:
        'Während des Aufenthalts wurden drei Warn-SMS zugestellt, bei 50, 80 und 100 Prozent der Grenze.',
    },
    'customer-service': {
      cause:
        'Das Callcenter verlor in einem Monat ein Drittel der Belegschaft, und Rückrufe wurden nicht mehr verfolgt.',
      action:
        'Eine namentlich genannte Person betreut Ihren Fall bis zum Abschluss; offene Rückrufe werden nun jeden Abend geprüft.',
      refusal:
        'Die Aufzeichnung der zwei Anrufe zeigt sechs Minuten Wartezeit und beim zweiten eine Auskunft.',
    },
    'privacy-fraud': {
      cause: 'Im Shop wurde die Identität nicht nach Vorschrift geprüft.',
      action: 'Die neue Karte ist gesperrt, die alte wieder aktiv, und der Shop prüft neu zu zweit.',
      refusal:
        'Die gemeldeten Nachrichten stammen nicht aus unserem Netz; der zuständige Anbieter kennt nun die Herkunft.',
    },
  },
  refund: 'Der genannte Betrag wird Ihrem Konto gutgeschrieben.',
  messages: {
    money:
      'Wir haben Ihr Dossier von Anfang an durchgesehen. Der genannte Betrag geht an Sie zurück; erscheint er nicht zum angegebenen Datum, antworten Sie hier und wir rufen Sie an.',
    repair:
      'Ihr Fall wurde mit dem Team vor Ort geprüft und die Reparatur ausgeführt. Melden Sie sich, wenn der Fehler an Ihrer Adresse wieder auftritt.',
    explained:
      'Hier steht, was an Ihrem Anschluss geschehen ist und was wir geändert haben, damit es sich bei Ihnen nicht wiederholt.',
    rejected:
      'Wir haben die Aufzeichnungen Ihres Anschlusses für die genannten Tage geprüft. Sie bestätigen den Sachverhalt nicht; die Einzelheiten stehen oben.',
  },
  questions: [
    'Bitte nennen Sie die genaue Anschlussnummer und die Uhrzeit, zu der das Problem auftrat.',
    'Bitte legen Sie die Seite der Rechnung bei, auf der die bestrittene Position steht.',
    'Welche Nummer trägt die Quittung, die Sie im Shop erhalten haben?',
  ],
  extensions: [
    'Für die Prüfung des Erdkabels braucht es eine Bewilligung der Gemeinde, die in drei Tagen erwartet wird.',
    'Das besuchte Netz muss uns seine Aufzeichnungen geben, bevor wir neu abrechnen können.',
  ],
  misdirections: [
    'Diesen Anschluss betreiben nicht wir: Er wurde vor einem Jahr zu einem anderen Anbieter portiert.',
    'Die Nummer gehört zu einem anderen Netz; mit dieser Person besteht kein Vertrag.',
  ],
  reroutings: [
    'Nach Prüfung der Nummer geht die Beschwerde an den Anbieter, der den Anschluss betreibt.',
    'Das Verzeichnis der portierten Nummern nennt einen anderen Anbieter; er antwortet nun auf diesen Fall.',
  ],
  inadmissible: {
    'before-a-court':
      'Derselbe Streit liegt seit dem Frühling beim Gericht. Er wird hier nicht daneben behandelt.',
    'not-telecom': 'Die Beschwerde betrifft den Kauf eines Telefons im Laden und keinen Fernmeldedienst.',
    'abusive-or-empty':
      'Die Beschwerde nennt keinen Sachverhalt, der sich prüfen liesse, und auf Rückfragen kam keine Antwort.',
    'operator-not-contacted':
      'Der Anbieter wurde zuvor nicht angefragt: Der genannte Kontakt war ein Wiederverkäufer.',
  },
  notes: [
    'Dritte Beschwerde aus demselben Quartier in zehn Tagen: zusammen betrachten.',
    'Der Anbieter ging auf den ersten Punkt nicht ein; bei der nächsten Prüfung ansehen.',
    'Telefonisch geklärt: Die Daten stimmen überein.',
  ],
  decisions: {
    upheld: {
      reasons:
        'Die Unterlagen zeigen, dass der Dienst in der genannten Zeit nicht erbracht wurde. Der Anbieter hat nichts vorgelegt, was dagegen spricht.',
      remedy:
        'Der Anbieter erstattet den Anteil der Grundgebühr für die Tage ohne Dienst und zahlt den festgesetzten Betrag.',
    },
    partly_upheld: {
      reasons:
        'Der Ausfall ist nur für einen Teil der Zeit belegt. Ein weiterer Schaden ist nicht nachgewiesen.',
      remedy: 'Der Anbieter schreibt den festgesetzten Betrag gut.',
    },
    not_upheld: {
      reasons:
        'Die von uns geprüften Aufzeichnungen zeigen, dass der Dienst funktionierte und die Rechnung dem Verbrauch entspricht.',
      remedy: '',
    },
  },
  remedyReports: [
    'Der festgesetzte Betrag ist überwiesen; der Beleg trägt die Referenz des Falls.',
    'Die Gutschrift steht auf der Rechnung dieses Monats, Seite zwei.',
  ],
};
