<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Chartline::Cli</name>
    <message>
        <source>create the vault, print its recovery key once</source>
        <translation>den Tresor anlegen, seinen Wiederherstellungsschlüssel einmalig ausgeben</translation>
    </message>
    <message>
        <source>take in files, folders and ZIPs; say what each was</source>
        <translation>Dateien, Ordner und ZIPs einlesen; zu jedem sagen, was es war</translation>
    </message>
    <message>
        <source>list the people in the vault</source>
        <translation>die Personen im Tresor auflisten</translation>
    </message>
    <message>
        <source>the merged record, newest first</source>
        <translation>die zusammengeführte Akte, Neuestes zuerst</translation>
    </message>
    <message>
        <source>everything known of one fact, person or record</source>
        <translation>alles, was über einen Eintrag, eine Person oder einen Datensatz bekannt ist</translation>
    </message>
    <message>
        <source>the verbatim bytes as received</source>
        <translation>die Bytes unverändert, wie empfangen</translation>
    </message>
    <message>
        <source>full text over facts and documents</source>
        <translation>Volltextsuche über Einträge und Dokumente</translation>
    </message>
    <message>
        <source>check every page, blob, reference and the rebuilt timeline</source>
        <translation>jede Seite, jeden Blob, jede Referenz und die neu aufgebaute Zeitachse prüfen</translation>
    </message>
    <message>
        <source>check this installation</source>
        <translation>diese Installation prüfen</translation>
    </message>
    <message>
        <source>the vault&apos;s folder</source>
        <translation>der Ordner des Tresors</translation>
    </message>
    <message>
        <source>file whose first line is the passphrase</source>
        <translation>Datei, deren erste Zeile die Passphrase ist</translation>
    </message>
    <message>
        <source>print one JSON document</source>
        <translation>ein einzelnes JSON-Dokument ausgeben</translation>
    </message>
    <message>
        <source>name, identifier or birth date</source>
        <translation>Name, Kennung oder Geburtsdatum</translation>
    </message>
    <message>
        <source>a person&apos;s id, as printed by patients</source>
        <translation>die ID einer Person, wie von patients ausgegeben</translation>
    </message>
    <message>
        <source>only this kind of fact</source>
        <translation>nur diese Art von Einträgen</translation>
    </message>
    <message>
        <source>not before this date</source>
        <translation>nicht vor diesem Datum</translation>
    </message>
    <message>
        <source>not after this date</source>
        <translation>nicht nach diesem Datum</translation>
    </message>
    <message>
        <source>name of the source of files that do not say where they come from</source>
        <translation>Name der Quelle für Dateien, die ihre Herkunft nicht angeben</translation>
    </message>
    <message>
        <source>facts entered in error or refuted too</source>
        <translation>auch irrtümlich erfasste oder widerlegte Einträge</translation>
    </message>
    <message>
        <source>usage: chartline [--vault DIR] [--passphrase-file FILE] [--json] COMMAND [ARGS]</source>
        <translation>Aufruf: chartline [--vault DIR] [--passphrase-file FILE] [--json] BEFEHL [ARGUMENTE]</translation>
    </message>
    <message>
        <source>For reviewing records; not for primary image diagnosis; alerts support, never replace, judgement.</source>
        <translation>Zur Durchsicht von Akten; nicht für die primäre Bilddiagnostik; Warnhinweise unterstützen das klinische Urteil und ersetzen es nie.</translation>
    </message>
    <message>
        <source>%1 does not take --%2</source>
        <translation>%1 kennt die Option --%2 nicht</translation>
    </message>
    <message>
        <source>%1 takes: %2</source>
        <translation>%1 erwartet: %2</translation>
    </message>
    <message>
        <source>there is no command “%1”</source>
        <translation>es gibt keinen Befehl „%1“</translation>
    </message>
    <message>
        <source>imaging studies and their series</source>
        <translation>bildgebende Untersuchungen und ihre Serien</translation>
    </message>
    <message>
        <source>draw a series without a window</source>
        <translation>eine Serie ohne Fenster zeichnen</translation>
    </message>
    <message>
        <source>lay a prior over the current series</source>
        <translation>eine Voruntersuchung über die aktuelle Serie legen</translation>
    </message>
    <message>
        <source>a series, as printed by studies</source>
        <translation>eine Serie, wie studies sie ausgibt</translation>
    </message>
    <message>
        <source>how the series is drawn</source>
        <translation>wie die Serie gezeichnet wird</translation>
    </message>
    <message>
        <source>which slice, from 1</source>
        <translation>welche Schicht, ab 1</translation>
    </message>
    <message>
        <source>window centre and width</source>
        <translation>Mitte und Breite des Fensters</translation>
    </message>
    <message>
        <source>size of the picture in pixels</source>
        <translation>Größe des Bildes in Pixeln</translation>
    </message>
    <message>
        <source>file to write</source>
        <translation>zu schreibende Datei</translation>
    </message>
    <message>
        <source>the series to lay the prior over</source>
        <translation>die Serie, über die die Voruntersuchung gelegt wird</translation>
    </message>
    <message>
        <source>the earlier series</source>
        <translation>die frühere Serie</translation>
    </message>
    <message>
        <source>drug text and codes to ingredients</source>
        <translation>Arzneimitteltexte und -codes zu Wirkstoffen</translation>
    </message>
    <message>
        <source>interactions among drugs; says what was not checked</source>
        <translation>Wechselwirkungen unter Arzneimitteln; sagt, was nicht geprüft wurde</translation>
    </message>
    <message>
        <source>one drug a line</source>
        <translation>ein Arzneimittel je Zeile</translation>
    </message>
    <message>
        <source>two drugs a line, with a tab between</source>
        <translation>zwei Arzneimittel je Zeile, mit Tabulator dazwischen</translation>
    </message>
    <message>
        <source>The knowledge base failed its check (%1). Nothing has been checked.</source>
        <translation>Die Wissensbasis hat ihre Prüfung nicht bestanden (%1). Es wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>The knowledge base is out of date (valid until %1): what it does not know of has not been checked.</source>
        <translation>Die Wissensbasis ist veraltet (gültig bis %1): Was sie nicht kennt, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>ACT NOW</source>
        <translation>SOFORT HANDELN</translation>
    </message>
    <message>
        <source>act</source>
        <translation>handeln</translation>
    </message>
    <message>
        <source>know</source>
        <translation>wissen</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>gering</translation>
    </message>
    <message numerus="yes">
        <source>%n minor interaction(s) not shown; --json has them.</source>
        <translation>
            <numerusform>%n geringe Wechselwirkung nicht gezeigt; --json enthält sie.</numerusform>
            <numerusform>%n geringe Wechselwirkungen nicht gezeigt; --json enthält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>%1: perhaps %2 (not certain)</source>
        <translation>%1: vielleicht %2 (nicht sicher)</translation>
    </message>
    <message>
        <source>NOT CHECKED: %1</source>
        <translation>NICHT GEPRÜFT: %1</translation>
    </message>
    <message>
        <source>%1 of %2 drugs checked with each other, without the person&apos;s allergies, conditions and laboratory values.</source>
        <translation>%1 von %2 Arzneimitteln wurden untereinander geprüft, ohne Allergien, Krankheiten und Laborwerte der Person.</translation>
    </message>
    <message>
        <source>the medication knowledge in use; adds, removes and makes packs of it</source>
        <translation>das verwendete Arzneimittelwissen; fügt Pakete hinzu, entfernt und erstellt sie</translation>
    </message>
    <message>
        <source>medication-safety alerts of a person; says what was not checked</source>
        <translation>Warnhinweise zur Arzneimittelsicherheit einer Person; sagt, was nicht geprüft wurde</translation>
    </message>
    <message>
        <source>as seen on this day (today unless given)</source>
        <translation>aus der Sicht dieses Tages (heute, wenn nicht angegeben)</translation>
    </message>
    <message>
        <source>trust the key with this fingerprint from now on</source>
        <translation>dem Schlüssel mit diesem Fingerabdruck ab jetzt vertrauen</translation>
    </message>
    <message>
        <source>a publisher&apos;s private key, as made by keygen</source>
        <translation>der private Schlüssel eines Herausgebers, wie von keygen erstellt</translation>
    </message>
    <message>
        <source>RxNorm codes</source>
        <translation>RxNorm-Codes</translation>
    </message>
    <message>
        <source>of these: retired codes</source>
        <translation>davon: zurückgezogene Codes</translation>
    </message>
    <message>
        <source>National Drug Codes</source>
        <translation>National Drug Codes (NDC)</translation>
    </message>
    <message>
        <source>brand names</source>
        <translation>Handelsnamen</translation>
    </message>
    <message>
        <source>ingredients found by name</source>
        <translation>über den Namen gefundene Wirkstoffe</translation>
    </message>
    <message>
        <source>left out: with an ingredient that the base does not have</source>
        <translation>ausgelassen: mit einem Wirkstoff, den die Basis nicht hat</translation>
    </message>
    <message>
        <source>left out: ingredients not told clearly</source>
        <translation>ausgelassen: Wirkstoffe nicht eindeutig angegeben</translation>
    </message>
    <message>
        <source>left out: National Drug Codes of several drugs</source>
        <translation>ausgelassen: National Drug Codes mehrerer Arzneimittel</translation>
    </message>
    <message>
        <source>left out: the base says something else</source>
        <translation>ausgelassen: die Basis sagt etwas anderes</translation>
    </message>
    <message>
        <source>left out: brand names that are general words</source>
        <translation>ausgelassen: Handelsnamen, die allgemeine Wörter sind</translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation>Hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>Added in the place of its older release: %1.</source>
        <translation>Anstelle der älteren Ausgabe hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>This very file is in use already: %1.</source>
        <translation>Genau diese Datei wird bereits verwendet: %1.</translation>
    </message>
    <message>
        <source>Refused: this is not a knowledge pack.</source>
        <translation>Abgelehnt: Dies ist kein Wissenspaket.</translation>
    </message>
    <message>
        <source>Refused: this pack is of a newer form than this version reads.</source>
        <translation>Abgelehnt: Dieses Paket hat eine neuere Form, als diese Version liest.</translation>
    </message>
    <message>
        <source>Refused: the file is too large for a pack.</source>
        <translation>Abgelehnt: Die Datei ist zu groß für ein Paket.</translation>
    </message>
    <message>
        <source>Refused: the signature is not right. The file is damaged or was changed.</source>
        <translation>Abgelehnt: Die Signatur stimmt nicht. Die Datei ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <source>Refused: the pack is malformed (%2).</source>
        <translation>Abgelehnt: Das Paket ist fehlerhaft aufgebaut (%2).</translation>
    </message>
    <message>
        <source>Refused: this vault does not trust the publisher of %1. Compare the key&apos;s fingerprint with what the publisher says, then add it with --trust:</source>
        <translation>Abgelehnt: Dieser Tresor vertraut dem Herausgeber von %1 nicht. Vergleichen Sie den Fingerabdruck des Schlüssels mit der Angabe des Herausgebers und fügen Sie ihn dann mit --trust hinzu:</translation>
    </message>
    <message>
        <source>Refused: the key of %1 is not the one you trust. Its fingerprint is:</source>
        <translation>Abgelehnt: Der Schlüssel von %1 ist nicht der, dem Sie vertrauen. Sein Fingerabdruck lautet:</translation>
    </message>
    <message>
        <source>Refused: the name of %1 is too like that of the base or of another pack.</source>
        <translation>Abgelehnt: Der Name von %1 ähnelt dem der Basis oder eines anderen Pakets zu sehr.</translation>
    </message>
    <message>
        <source>Refused: a pack of this name from another publisher is there. Remove it before %1 is added.</source>
        <translation>Abgelehnt: Ein Paket dieses Namens von einem anderen Herausgeber ist vorhanden. Entfernen Sie es, bevor %1 hinzugefügt wird.</translation>
    </message>
    <message>
        <source>Refused: a newer release than %1 is there.</source>
        <translation>Abgelehnt: Eine neuere Ausgabe als %1 ist vorhanden.</translation>
    </message>
    <message>
        <source>Refused: there are too many packs for %1.</source>
        <translation>Abgelehnt: Für %1 sind zu viele Pakete vorhanden.</translation>
    </message>
    <message>
        <source>Refused: %1 does not go with the base and the packs in use:</source>
        <translation>Abgelehnt: %1 verträgt sich nicht mit der Basis und den verwendeten Paketen:</translation>
    </message>
    <message>
        <source>Refused: the program&apos;s own knowledge base failed its check.</source>
        <translation>Abgelehnt: Die eigene Wissensbasis des Programms hat ihre Prüfung nicht bestanden.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>NOT IN USE: it is damaged</source>
        <translation>NICHT IN VERWENDUNG: Es ist beschädigt</translation>
    </message>
    <message>
        <source>NOT IN USE: its key is not trusted</source>
        <translation>NICHT IN VERWENDUNG: Seinem Schlüssel wird nicht vertraut</translation>
    </message>
    <message>
        <source>NOT IN USE: it does not go with this program&apos;s base or with other packs</source>
        <translation>NICHT IN VERWENDUNG: Es verträgt sich nicht mit der Basis dieses Programms oder mit anderen Paketen</translation>
    </message>
    <message>
        <source>NOT IN USE: the program&apos;s knowledge base failed its check</source>
        <translation>NICHT IN VERWENDUNG: Die Wissensbasis des Programms hat ihre Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>in use, OUT OF DATE</source>
        <translation>in Verwendung, VERALTET</translation>
    </message>
    <message>
        <source>pairs of records that may be one person</source>
        <translation>Paare von Akten, die eine Person sein können</translation>
    </message>
    <message>
        <source>two records (I…) or people (P…) are one person</source>
        <translation>zwei Akten (I…) oder Personen (P…) sind eine Person</translation>
    </message>
    <message>
        <source>undo a link (L…)</source>
        <translation>eine Verknüpfung (L…) rückgängig machen</translation>
    </message>
    <message>
        <source>two records (I…) or people (P…) are two people, for ever</source>
        <translation>zwei Akten (I…) oder Personen (P…) sind zwei Personen, für immer</translation>
    </message>
</context>
<context>
    <name>Chartline::Cli::Terminal</name>
    <message>
        <source>%1 files in %2 s</source>
        <translation>%1 Dateien in %2 s</translation>
    </message>
    <message>
        <source>%1 records stored (%2 of them kept without a clinical meaning), %3 already there, %4 refused</source>
        <translation>%1 Datensätze gespeichert (davon %2 ohne klinische Deutung aufbewahrt), %3 bereits vorhanden, %4 abgelehnt</translation>
    </message>
    <message>
        <source>%1 people, %2 timeline entries</source>
        <translation>%1 Personen, %2 Einträge auf der Zeitachse</translation>
    </message>
    <message>
        <source>refused  %1: %2</source>
        <translation>abgelehnt  %1: %2</translation>
    </message>
    <message>
        <source>Cancelled. What is listed has landed; import the same files again for the rest.</source>
        <translation>Abgebrochen. Was aufgeführt ist, ist gespeichert; importieren Sie dieselben Dateien erneut, um den Rest einzulesen.</translation>
    </message>
    <message>
        <source>“%1” is no id</source>
        <translation>„%1“ ist keine ID</translation>
    </message>
    <message>
        <source>there is no kind “%1”</source>
        <translation>es gibt keine Art „%1“</translation>
    </message>
    <message>
        <source>“%1” is no ISO 8601 date</source>
        <translation>„%1“ ist kein Datum nach ISO 8601</translation>
    </message>
    <message>
        <source>(no name given)</source>
        <translation>(kein Name angegeben)</translation>
    </message>
    <message>
        <source>key derivation</source>
        <translation>Schlüsselableitung</translation>
    </message>
    <message>
        <source>encrypted database</source>
        <translation>verschlüsselte Datenbank</translation>
    </message>
    <message>
        <source>encrypted blobs</source>
        <translation>verschlüsselte Blobs</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>%1 files, %2 records, %3 records/s</source>
        <translation>%1 Dateien, %2 Datensätze, %3 Datensätze/s</translation>
    </message>
    <message>
        <source>there is no terminal to ask for the passphrase; use --passphrase-file</source>
        <translation>es gibt kein Terminal, um nach der Passphrase zu fragen; verwenden Sie --passphrase-file</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Passphrase: </translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation>Neue Passphrase: </translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>Noch einmal: </translation>
    </message>
    <message>
        <source>the two passphrases are not the same</source>
        <translation>die beiden Passphrasen stimmen nicht überein</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>Tresor: %1</translation>
    </message>
    <message>
        <source>Recovery key: %1</source>
        <translation>Wiederherstellungsschlüssel: %1</translation>
    </message>
    <message>
        <source>Write the recovery key down and keep it apart from this computer. It is not shown again, and without it a forgotten passphrase cannot be replaced.</source>
        <translation>Schreiben Sie den Wiederherstellungsschlüssel auf und bewahren Sie ihn getrennt von diesem Computer auf. Er wird nicht noch einmal angezeigt, und ohne ihn kann eine vergessene Passphrase nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>No problem found.</source>
        <translation>Kein Problem gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n Problem gefunden.</numerusform>
            <numerusform>%n Probleme gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>--person is needed: an id, as printed by patients</source>
        <translation>--person wird gebraucht: eine Kennung, wie patients sie ausgibt</translation>
    </message>
    <message>
        <source>the series has no volume that could be drawn this way</source>
        <translation>die Serie hat kein Volumen, das so gezeichnet werden könnte</translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, each from 1 to %1</source>
        <translation>--size ist BREITExHÖHE, jeweils von 1 bis %1</translation>
    </message>
    <message>
        <source>--window is CENTRE,WIDTH with a width above 0</source>
        <translation>--window ist MITTE,BREITE mit einer Breite über 0</translation>
    </message>
    <message>
        <source>--slice is a number from 1 to %1</source>
        <translation>--slice ist eine Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>--view is axial, coronal, sagittal, mip or volume</source>
        <translation>--view ist axial, coronal, sagittal, mip oder volume</translation>
    </message>
    <message>
        <source>--series and --out are needed</source>
        <translation>--series und --out werden gebraucht</translation>
    </message>
    <message>
        <source>aligned, %1 mm (%2 s)</source>
        <translation>ausgerichtet, %1 mm (%2 s)</translation>
    </message>
    <message>
        <source>not aligned: too little overlap</source>
        <translation>nicht ausgerichtet: zu wenig Überlappung</translation>
    </message>
    <message>
        <source>not aligned: no trustworthy match</source>
        <translation>nicht ausgerichtet: keine verlässliche Übereinstimmung</translation>
    </message>
    <message>
        <source>reading of images</source>
        <translation>Lesen von Bildern</translation>
    </message>
    <message>
        <source>drawing in 3D</source>
        <translation>Zeichnen in 3D</translation>
    </message>
    <message>
        <source>note  %1: %2</source>
        <translation>Hinweis  %1: %2</translation>
    </message>
    <message>
        <source>NOT CHECKED: %1</source>
        <translation>NICHT GEPRÜFT: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minor alert(s) not shown; --json has them.</source>
        <translation>
            <numerusform>%n geringfügiger Hinweis nicht gezeigt; --json enthält ihn.</numerusform>
            <numerusform>%n geringfügige Hinweise nicht gezeigt; --json enthält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>name the drugs to look up, or give --file</source>
        <translation>Nennen Sie die Arzneimittel, die gesucht werden sollen, oder geben Sie --file an</translation>
    </message>
    <message>
        <source>name the drugs to check, or give --pairs</source>
        <translation>Nennen Sie die Arzneimittel, die geprüft werden sollen, oder geben Sie --pairs an</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>aufgeschoben</translation>
    </message>
    <message>
        <source>They are two people now.</source>
        <translation>Sie sind jetzt zwei Personen.</translation>
    </message>
    <message>
        <source>They are still one person by other links; undo one of these too:</source>
        <translation>Sie sind durch andere Verknüpfungen noch eine Person; auch eine von diesen rückgängig machen:</translation>
    </message>
    <message>
        <source>Nothing to decide.</source>
        <translation>Nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>One person now. To undo: unlink %1</source>
        <translation>Jetzt eine Person. Rückgängig mit: unlink %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AboutDialog</name>
    <message>
        <source>About Chartline</source>
        <translation>Über Chartline</translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation>Chartline</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Zweckbestimmung</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Chartline is free software under the Apache License 2.0.</source>
        <translation>Chartline ist freie Software unter der Apache License 2.0.</translation>
    </message>
    <message>
        <source>It uses Qt %1 (LGPL 3), SQLCipher and SQLite (BSD, public domain), OpenSSL (Apache 2.0), simdjson (Apache 2.0), Expat (MIT), libzip (BSD), zlib (zlib) and the typeface Inter (SIL Open Font License).</source>
        <translation>Es verwendet Qt %1 (LGPL 3), SQLCipher und SQLite (BSD, gemeinfrei), OpenSSL (Apache 2.0), simdjson (Apache 2.0), Expat (MIT), libzip (BSD), zlib (zlib) und die Schrift Inter (SIL Open Font License).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AcknowledgeForm</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Why is this acceptable?</source>
        <translation>Warum ist das vertretbar?</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Grund wählen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation>Kommentar (freiwillig)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Kept in the vault with your name and the date. It comes back when a dose, kidney function, a level or one of the drugs changes.</source>
        <translation>Wird mit Ihrem Namen und dem Datum im Tresor aufbewahrt. Der Hinweis kommt wieder, wenn sich eine Dosis, die Nierenfunktion, ein Messwert oder eines der Arzneimittel ändert.</translation>
    </message>
    <message>
        <source>Kept in the vault as written by %1, with the date. It comes back when a dose, kidney function, a level or one of the drugs changes.</source>
        <translation>Wird als Eintrag von %1 mit dem Datum im Tresor aufbewahrt. Der Hinweis kommt wieder, wenn sich eine Dosis, die Nierenfunktion, ein Messwert oder eines der Arzneimittel ändert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertCard</name>
    <message>
        <source>%1: %2</source>
        <comment>how loud, title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happens, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A drug&apos;s name opens its entry.</source>
        <translation>Der Name eines Arzneimittels öffnet seinen Eintrag.</translation>
    </message>
    <message>
        <source>Do:</source>
        <comment>what to do about an alert</comment>
        <translation>Tun:</translation>
    </message>
    <message>
        <source>A value opens its entry.</source>
        <translation>Ein Wert öffnet seinen Eintrag.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Shows this alert as if it had not been acknowledged</source>
        <translation>Zeigt diesen Hinweis, als wäre er nicht bestätigt worden</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>Bestätigen…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertSummary</name>
    <message>
        <source>Nothing was checked: the knowledge base failed its check</source>
        <translation>Nichts wurde geprüft: Die Wissensbasis hat ihre Prüfung nicht bestanden</translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be checked: %n entries not understood</source>
        <translation>
            <numerusform>Nichts konnte geprüft werden: %n Eintrag nicht verstanden</numerusform>
            <numerusform>Nichts konnte geprüft werden: %n Einträge nicht verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>No current drugs are known; nothing was checked</source>
        <translation>Keine aktuellen Arzneimittel bekannt; nichts wurde geprüft</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>to act on, to know</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n to act on</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n zum Handeln</numerusform>
            <numerusform>%n zum Handeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n zur Kenntnis</numerusform>
            <numerusform>%n zur Kenntnis</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to act on · %1</source>
        <translation>Nichts zum Handeln · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n drugs checked</source>
        <translation>
            <numerusform>%n Arzneimittel geprüft</numerusform>
            <numerusform>%n Arzneimittel geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>checked, not checked</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was found, how much was checked</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing new to act on · %1</source>
        <comment>how much was checked</comment>
        <translation>Nichts Neues zum Handeln · %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing found among %n drugs checked</source>
        <translation>
            <numerusform>Nichts gefunden bei %n geprüften Arzneimittel</numerusform>
            <numerusform>Nichts gefunden bei %n geprüften Arzneimitteln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was found, what was not checked</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how loud, how many alerts</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>Only minor things found among %n drugs checked</source>
        <translation>
            <numerusform>Nur Geringfügiges gefunden bei %n geprüften Arzneimittel</numerusform>
            <numerusform>Nur Geringfügiges gefunden bei %n geprüften Arzneimitteln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>how much was checked, what was not</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a drug as its source has it</comment>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>drugs</comment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked: %1</source>
        <translation>
            <numerusform>%n nicht geprüft: %1</numerusform>
            <numerusform>%n nicht geprüft: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between drugs</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Not checked: “%1”</source>
        <translation>Nicht geprüft: „%1“</translation>
    </message>
    <message>
        <source>No ingredient recognised. Treat as unknown.</source>
        <translation>Kein Wirkstoff erkannt. Als unbekannt behandeln.</translation>
    </message>
    <message>
        <source>This allergy is not recognised: no drug was checked against it.</source>
        <translation>Diese Allergie ist nicht erkannt: Kein Arzneimittel wurde gegen sie geprüft.</translation>
    </message>
    <message>
        <source>The knowledge base failed its check.</source>
        <translation>Die Wissensbasis hat ihre Prüfung nicht bestanden.</translation>
    </message>
    <message>
        <source>The unit or form of this result is not understood.</source>
        <translation>Einheit oder Form dieses Ergebnisses ist nicht verstanden.</translation>
    </message>
    <message>
        <source>This result cannot be right as it is given.</source>
        <translation>Dieses Ergebnis kann so, wie es angegeben ist, nicht stimmen.</translation>
    </message>
    <message>
        <source>What the source sent could not be read again.</source>
        <translation>Was die Quelle gesendet hat, konnte nicht noch einmal gelesen werden.</translation>
    </message>
    <message>
        <source>Kidney function is not known, or the last value is too old. Doses were not checked against it.</source>
        <translation>Die Nierenfunktion ist nicht bekannt, oder der letzte Wert ist zu alt. Dosen wurden nicht gegen sie geprüft.</translation>
    </message>
    <message>
        <source>The knowledge base (%1) is out of date since %2: what has become known later was not checked.</source>
        <translation>Die Wissensbasis (%1) ist seit %2 veraltet: Was später bekannt wurde, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>The knowledge base failed its check and is not used. No drug of this record was checked. Install Chartline again, and check the drugs by other means until then.</source>
        <translation>Die Wissensbasis hat ihre Prüfung nicht bestanden und wird nicht verwendet. Kein Arzneimittel dieser Akte wurde geprüft. Installieren Sie Chartline neu und prüfen Sie die Arzneimittel bis dahin auf anderem Weg.</translation>
    </message>
    <message>
        <source>Nothing has been received about allergies: drugs were not checked against any.</source>
        <translation>Über Allergien wurde nichts empfangen: Arzneimittel wurden gegen keine geprüft.</translation>
    </message>
    <message>
        <source>Not fully checked: “%1”</source>
        <translation>Nicht ganz geprüft: „%1“</translation>
    </message>
    <message>
        <source>Its name is not understood with certainty; checked only as far as it is.</source>
        <translation>Der Name ist nicht mit Sicherheit verstanden; geprüft nur, soweit er es ist.</translation>
    </message>
    <message>
        <source>Not understood in its name, and not checked: %1.</source>
        <translation>Im Namen nicht verstanden und nicht geprüft: %1.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertText</name>
    <message>
        <source>Act now</source>
        <comment>how much an alert asks for</comment>
        <translation>Sofort handeln</translation>
    </message>
    <message>
        <source>Act</source>
        <comment>how much an alert asks for</comment>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Know</source>
        <comment>how much an alert asks for</comment>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Minor</source>
        <comment>how much an alert asks for</comment>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Wechselwirkung</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <source>Same drug or class</source>
        <translation>Gleiches Mittel oder gleiche Klasse</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Krankheit</translation>
    </message>
    <message>
        <source>Laboratory value</source>
        <translation>Laborwert</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>%1 × upper limit of normal</source>
        <translation>%1 × obere Normgrenze</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A drug</source>
        <translation>Ein Arzneimittel</translation>
    </message>
    <message>
        <source> + </source>
        <comment>between drugs of an alert</comment>
        <translation> + </translation>
    </message>
    <message>
        <source>%1: allergy to %2</source>
        <comment>drug and allergy</comment>
        <translation>%1: Allergie gegen %2</translation>
    </message>
    <message>
        <source>%1: related to the allergy to %2</source>
        <translation>%1: verwandt mit der Allergie gegen %2</translation>
    </message>
    <message>
        <source>%1: two %2</source>
        <comment>drugs and class</comment>
        <translation>%1: zwei %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n prescription(s) at once</source>
        <translation>
            <numerusform>%1 in %n Verordnung</numerusform>
            <numerusform>%1 in %n Verordnungen zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 a day</source>
        <comment>drug and dose</comment>
        <translation>%1: %2 am Tag</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>drug and condition</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 in pregnancy</source>
        <translation>%1 in der Schwangerschaft</translation>
    </message>
    <message>
        <source>%1 while breastfeeding</source>
        <translation>%1 in der Stillzeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 at the age of %n</source>
        <comment>drug; years</comment>
        <translation>
            <numerusform>%1 im Alter von %n Jahr</numerusform>
            <numerusform>%1 im Alter von %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2 %3</source>
        <comment>drug, test and value</comment>
        <translation>%1 bei %2 %3</translation>
    </message>
    <message>
        <source>%1 with gene variant %2</source>
        <translation>%1 bei Genvariante %2</translation>
    </message>
    <message>
        <source>Reaction then: %1</source>
        <translation>Reaktion damals: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reactions</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Not certain that %1 is still taken</source>
        <translation>Nicht sicher, dass %1 noch eingenommen wird</translation>
    </message>
    <message>
        <source>Not certain that %1 was ever taken</source>
        <translation>Nicht sicher, dass %1 je eingenommen wurde</translation>
    </message>
    <message>
        <source>%1 is planned, not taken yet</source>
        <translation>%1 ist geplant, noch nicht eingenommen</translation>
    </message>
    <message>
        <source>Taken now</source>
        <translation>Jetzt eingenommen</translation>
    </message>
    <message>
        <source>Taken now, since %1</source>
        <translation>Jetzt eingenommen, seit %1</translation>
    </message>
    <message>
        <source>All are taken now</source>
        <translation>Alle werden jetzt eingenommen</translation>
    </message>
    <message>
        <source>All are taken now, together since %1</source>
        <translation>Alle werden jetzt eingenommen, zusammen seit %1</translation>
    </message>
    <message>
        <source>Both are taken now</source>
        <translation>Beide werden jetzt eingenommen</translation>
    </message>
    <message>
        <source>Both are taken now, together since %1</source>
        <translation>Beide werden jetzt eingenommen, zusammen seit %1</translation>
    </message>
    <message>
        <source>%1 stopped on %2; some of it still acts</source>
        <translation>%1 am %2 abgesetzt; ein Teil wirkt noch</translation>
    </message>
    <message>
        <source>%1 stopped on %2; it acts until %3</source>
        <translation>%1 am %2 abgesetzt; es wirkt bis %3</translation>
    </message>
    <message>
        <source>In the past; not taken together now</source>
        <translation>Früher; jetzt nicht zusammen eingenommen</translation>
    </message>
    <message>
        <source>In the past: together %1 – %2, not now</source>
        <translation>Früher: zusammen %1 – %2, jetzt nicht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value and date</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, reckoned from creatinine)</source>
        <comment>value and date</comment>
        <translation>%1 (%2, aus Kreatinin berechnet)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>test and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (%3) → %4</source>
        <comment>test, value and date before, value and date now</comment>
        <translation>%1 %2 (%3) → %4</translation>
    </message>
    <message>
        <source>Evidence: established</source>
        <translation>Evidenz: gesichert</translation>
    </message>
    <message>
        <source>Evidence: probable</source>
        <translation>Evidenz: wahrscheinlich</translation>
    </message>
    <message>
        <source>Evidence: theoretical</source>
        <translation>Evidenz: theoretisch</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidenz: %1</translation>
    </message>
    <message>
        <source>Source: label (FDA or EU SmPC)</source>
        <translation>Quelle: Fachinformation (FDA oder EU)</translation>
    </message>
    <message>
        <source>Source: label (FDA or EU SmPC) %1</source>
        <comment>sections</comment>
        <translation>Quelle: Fachinformation (FDA oder EU) %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Knowledge: Chartline</source>
        <translation>Wissen: Chartline</translation>
    </message>
    <message>
        <source>Knowledge: pack “%1”</source>
        <translation>Wissen: Paket „%1“</translation>
    </message>
    <message>
        <source>Explanations of the knowledge base are in English.</source>
        <translation>Erklärungen der Wissensbasis sind auf Englisch.</translation>
    </message>
    <message>
        <source>below the age of %1</source>
        <translation>unter einem Alter von %1</translation>
    </message>
    <message>
        <source>from the age of %1</source>
        <translation>ab einem Alter von %1</translation>
    </message>
    <message>
        <source>in pregnancy</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>in der Schwangerschaft</translation>
    </message>
    <message>
        <source>while breastfeeding</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>in der Stillzeit</translation>
    </message>
    <message>
        <source>below an eGFR of %1</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>unterhalb einer eGFR von %1</translation>
    </message>
    <message>
        <source>at this value</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>bei diesem Wert</translation>
    </message>
    <message>
        <source>with this gene variant</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>bei dieser Genvariante</translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>Contraindicated %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation>Kontraindiziert %1</translation>
    </message>
    <message>
        <source>To be avoided %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation>Zu vermeiden %1</translation>
    </message>
    <message>
        <source>A lower dose is due %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation>Niedrigere Dosis nötig %1</translation>
    </message>
    <message>
        <source>To be used with care %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation>Mit Vorsicht anzuwenden %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>advice and its reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The record states an allergy to this drug.</source>
        <translation>Die Akte nennt eine Allergie gegen dieses Arzneimittel.</translation>
    </message>
    <message>
        <source>This drug belongs to a group that the record states an allergy to.</source>
        <translation>Dieses Arzneimittel gehört zu einer Gruppe, gegen die die Akte eine Allergie nennt.</translation>
    </message>
    <message>
        <source>An allergy to a relative of this drug may reach it.</source>
        <translation>Eine Allergie gegen ein verwandtes Arzneimittel kann auch dieses betreffen.</translation>
    </message>
    <message>
        <source>The same drug is taken twice; the doses add up.</source>
        <translation>Dasselbe Arzneimittel wird zweimal eingenommen; die Dosen addieren sich.</translation>
    </message>
    <message>
        <source>Drugs of the same class are taken together.</source>
        <translation>Arzneimittel derselben Klasse werden zusammen eingenommen.</translation>
    </message>
    <message>
        <source>The usual highest dose is %1 a day.</source>
        <translation>Die übliche Höchstdosis ist %1 am Tag.</translation>
    </message>
    <message>
        <source>These drugs act on each other.</source>
        <translation>Diese Arzneimittel beeinflussen einander.</translation>
    </message>
    <message>
        <source>Together they may lead to: %1.</source>
        <translation>Zusammen können sie führen zu: %1.</translation>
    </message>
    <message>
        <source>Do not give it. Ask what happened then, and choose another drug.</source>
        <translation>Nicht geben. Fragen Sie, was damals geschah, und wählen Sie ein anderes Arzneimittel.</translation>
    </message>
    <message>
        <source>Ask what happened then before giving it.</source>
        <translation>Fragen Sie vor der Gabe, was damals geschah.</translation>
    </message>
    <message>
        <source>Choose another drug, or have the allergy tested first.</source>
        <translation>Wählen Sie ein anderes Arzneimittel oder lassen Sie die Allergie zuerst testen.</translation>
    </message>
    <message>
        <source>Ask how grave the reaction was; watch the first dose.</source>
        <translation>Fragen Sie, wie schwer die Reaktion war; überwachen Sie die erste Dosis.</translation>
    </message>
    <message>
        <source>Find out whether both are taken; keep one.</source>
        <translation>Klären Sie, ob beide eingenommen werden; behalten Sie eines.</translation>
    </message>
    <message>
        <source>Find out whether both are meant; keep one.</source>
        <translation>Klären Sie, ob beide gemeint sind; behalten Sie eines.</translation>
    </message>
    <message>
        <source>Check the dose and what it is for.</source>
        <translation>Prüfen Sie die Dosis und wofür sie ist.</translation>
    </message>
    <message>
        <source>Look for harm; choose another drug where there is one.</source>
        <translation>Achten Sie auf Schäden; wählen Sie ein anderes Arzneimittel, wo es eines gibt.</translation>
    </message>
    <message>
        <source>Change to another drug; do not stop at once where stopping is a risk itself.</source>
        <translation>Wechseln Sie auf ein anderes Arzneimittel; setzen Sie nicht abrupt ab, wo das Absetzen selbst ein Risiko ist.</translation>
    </message>
    <message>
        <source>Choose another drug unless nothing else will do.</source>
        <translation>Wählen Sie ein anderes Arzneimittel, sofern nicht nur dieses in Frage kommt.</translation>
    </message>
    <message>
        <source>Lower the dose, or give it less often, as the label says.</source>
        <translation>Senken Sie die Dosis oder geben Sie es seltener, wie die Fachinformation angibt.</translation>
    </message>
    <message>
        <source>Lower the dose as the label says.</source>
        <translation>Senken Sie die Dosis, wie die Fachinformation angibt.</translation>
    </message>
    <message>
        <source>Weigh the benefit, and watch for harm.</source>
        <translation>Wägen Sie den Nutzen ab und achten Sie auf Schäden.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>reason, drug, date</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, drug or date</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 acts only where it is applied</source>
        <translation>%1 wirkt nur dort, wo es angewendet wird</translation>
    </message>
    <message>
        <source>it is long not heard that %1 is taken</source>
        <translation>seit langem ist nichts davon bekannt, dass %1 eingenommen wird</translation>
    </message>
    <message>
        <source>nothing heard of %1 since %2</source>
        <translation>nichts von %1 bekannt seit %2</translation>
    </message>
    <message>
        <source>%1 was prescribed; no fill of it is known</source>
        <translation>%1 wurde verordnet; keine Abgabe ist bekannt</translation>
    </message>
    <message>
        <source>%1 was prescribed on %2; no fill of it is known</source>
        <translation>%1 wurde am %2 verordnet; keine Abgabe ist bekannt</translation>
    </message>
    <message>
        <source>%1 is only planned</source>
        <translation>%1 ist nur geplant</translation>
    </message>
    <message>
        <source>%1 was stopped; little of it is still there</source>
        <translation>%1 wurde abgesetzt; wenig davon ist noch da</translation>
    </message>
    <message>
        <source>%1 was stopped on %2; little of it is still there</source>
        <translation>%1 wurde am %2 abgesetzt; wenig davon ist noch da</translation>
    </message>
    <message>
        <source>the drugs met only in the past</source>
        <translation>die Arzneimittel trafen nur früher zusammen</translation>
    </message>
    <message>
        <source>%1 was taken since without trouble that is recorded</source>
        <translation>%1 wurde seither ohne verzeichnete Beschwerden eingenommen</translation>
    </message>
    <message>
        <source>%1 was taken again from %2 without trouble that is recorded</source>
        <translation>%1 wurde ab %2 wieder ohne verzeichnete Beschwerden eingenommen</translation>
    </message>
    <message>
        <source>taken together for months</source>
        <translation>seit Monaten zusammen eingenommen</translation>
    </message>
    <message>
        <source>taken together for months: %1</source>
        <translation>seit Monaten zusammen eingenommen: %1</translation>
    </message>
    <message>
        <source>the reaction was an intolerance, not an immune reaction</source>
        <translation>die Reaktion war eine Unverträglichkeit, keine Immunreaktion</translation>
    </message>
    <message>
        <source>no source says since when %1 is taken</source>
        <translation>keine Quelle sagt, seit wann %1 eingenommen wird</translation>
    </message>
    <message>
        <source>its source calls the allergy inactive or resolved</source>
        <translation>die Quelle nennt die Allergie inaktiv oder überwunden</translation>
    </message>
    <message>
        <source>Raised: %1</source>
        <comment>why an alert is louder</comment>
        <translation>Erhöht: %1</translation>
    </message>
    <message>
        <source>Lowered: %1</source>
        <comment>why an alert is quieter</comment>
        <translation>Gesenkt: %1</translation>
    </message>
    <message>
        <source>Still acts: %1</source>
        <comment>why a drug that was stopped counts</comment>
        <translation>Wirkt noch: %1</translation>
    </message>
    <message>
        <source>Taken out of sight: %1</source>
        <comment>why an alert is not shown at once</comment>
        <translation>Ausgeblendet: %1</translation>
    </message>
    <message>
        <source>Therapy appropriate</source>
        <translation>Therapie angemessen</translation>
    </message>
    <message>
        <source>Assessed patient</source>
        <translation>Patient untersucht</translation>
    </message>
    <message>
        <source>Patient gave adequate explanation</source>
        <translation>Patient gab eine ausreichende Erklärung</translation>
    </message>
    <message>
        <source>Consulted other supply source</source>
        <translation>Andere Bezugsquelle befragt</translation>
    </message>
    <message>
        <source>Consulted prescriber</source>
        <translation>Verordnende Person befragt</translation>
    </message>
    <message>
        <source>Interacting therapy no longer active or planned</source>
        <translation>Wechselwirkende Therapie nicht mehr aktiv oder geplant</translation>
    </message>
    <message>
        <source>Other action taken</source>
        <translation>Andere Maßnahme ergriffen</translation>
    </message>
    <message>
        <source>Provided patient education</source>
        <translation>Patient aufgeklärt</translation>
    </message>
    <message>
        <source>Added concurrent therapy</source>
        <translation>Begleittherapie hinzugefügt</translation>
    </message>
    <message>
        <source>Temporarily suspended concurrent therapy</source>
        <translation>Begleittherapie vorübergehend ausgesetzt</translation>
    </message>
    <message>
        <source>Stopped concurrent therapy</source>
        <translation>Begleittherapie beendet</translation>
    </message>
    <message>
        <source>Appropriate indication or diagnosis</source>
        <translation>Angemessene Indikation oder Diagnose</translation>
    </message>
    <message>
        <source>Prior therapy documented</source>
        <translation>Frühere Therapie dokumentiert</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, when, reason</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1. “%2”</source>
        <comment>reason and comment</comment>
        <translation>%1. „%2“</translation>
    </message>
    <message>
        <source>Shown again: it asks for more than when it was acknowledged</source>
        <translation>Wieder gezeigt: Der Hinweis ist dringender als bei der Bestätigung</translation>
    </message>
    <message>
        <source>Shown again: a dose has changed since it was acknowledged</source>
        <translation>Wieder gezeigt: Eine Dosis hat sich seit der Bestätigung geändert</translation>
    </message>
    <message>
        <source>Shown again: kidney function has changed since it was acknowledged</source>
        <translation>Wieder gezeigt: Die Nierenfunktion hat sich seit der Bestätigung geändert</translation>
    </message>
    <message>
        <source>Shown again: a level has changed since it was acknowledged</source>
        <translation>Wieder gezeigt: Ein Messwert hat sich seit der Bestätigung geändert</translation>
    </message>
    <message>
        <source>Shown again: a drug was begun again since it was acknowledged</source>
        <translation>Wieder gezeigt: Ein Arzneimittel wurde seit der Bestätigung neu begonnen</translation>
    </message>
    <message>
        <source>%1 ended by %2; some of it still acts</source>
        <translation>%1 spätestens am %2 beendet; ein Teil wirkt noch</translation>
    </message>
    <message>
        <source>%1 ended by %2; it acts until %3</source>
        <translation>%1 spätestens am %2 beendet; es wirkt bis %3</translation>
    </message>
    <message>
        <source>Hold it or choose another drug until the value is right again.</source>
        <translation>Pausieren Sie es oder wählen Sie ein anderes Arzneimittel, bis der Wert wieder stimmt.</translation>
    </message>
    <message>
        <source>Sources disagree on whether %1 is taken</source>
        <translation>Quellen sind uneins, ob %1 eingenommen wird</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlignmentJob</name>
    <message>
        <source>Aligning… %1 %</source>
        <translation>Richtet aus… %1 %</translation>
    </message>
    <message>
        <source>Aligned: same frame of reference</source>
        <translation>Ausgerichtet: gleiches Bezugssystem</translation>
    </message>
    <message>
        <source>Aligned, %1 mm</source>
        <translation>Ausgerichtet, %1 mm</translation>
    </message>
    <message>
        <source>Not aligned: too little overlap</source>
        <translation>Nicht ausgerichtet: zu wenig Überlappung</translation>
    </message>
    <message>
        <source>Not aligned: no trustworthy match</source>
        <translation>Nicht ausgerichtet: keine verlässliche Übereinstimmung</translation>
    </message>
    <message>
        <source>Not aligned: %1</source>
        <translation>Nicht ausgerichtet: %1</translation>
    </message>
    <message>
        <source>Laid over by hand, not measured</source>
        <translation>Von Hand daraufgelegt, nicht gemessen</translation>
    </message>
    <message>
        <source>Aligned, then moved by hand</source>
        <translation>Ausgerichtet, dann von Hand verschoben</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AssertionText</name>
    <message>
        <source>Unnamed</source>
        <translation>Ohne Bezeichnung</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>Nicht eingenommen: %1</translation>
    </message>
    <message>
        <source>Not given: %1</source>
        <translation>Nicht verabreicht: %1</translation>
    </message>
    <message>
        <source>Not dispensed: %1</source>
        <translation>Nicht abgegeben: %1</translation>
    </message>
    <message>
        <source>Do not give: %1</source>
        <translation>Nicht verabreichen: %1</translation>
    </message>
    <message>
        <source>No allergy: %1</source>
        <translation>Keine Allergie: %1</translation>
    </message>
    <message>
        <source>No %1</source>
        <translation>Nicht vorliegend: %1</translation>
    </message>
    <message>
        <source>No family history: %1</source>
        <translation>Familienanamnese negativ: %1</translation>
    </message>
    <message>
        <source>Do not do: %1</source>
        <translation>Nicht durchführen: %1</translation>
    </message>
    <message>
        <source>Not permitted: %1</source>
        <translation>Nicht gestattet: %1</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>Nicht verwendet: %1</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht durchgeführt: %1</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>Nicht: %1</translation>
    </message>
    <message>
        <source>Not known whether taken: %1</source>
        <translation>Nicht bekannt, ob eingenommen: %1</translation>
    </message>
    <message>
        <source>Not known whether given: %1</source>
        <translation>Nicht bekannt, ob verabreicht: %1</translation>
    </message>
    <message>
        <source>Not known whether done: %1</source>
        <translation>Nicht bekannt, ob durchgeführt: %1</translation>
    </message>
    <message>
        <source>No result: %1</source>
        <translation>Kein Ergebnis: %1</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation>Zurückgezogen: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ChangePassphraseDialog</name>
    <message>
        <source>Current passphrase</source>
        <translation>Aktuelle Passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Your recovery key stays valid. The records are not rewritten.</source>
        <translation>Ihr Wiederherstellungsschlüssel bleibt gültig. Die Akten werden nicht neu geschrieben.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::CheckDrugPanel</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check a drug before prescribing</source>
        <translation>Arzneimittel vor der Verordnung prüfen</translation>
    </message>
    <message>
        <source>Close the check</source>
        <translation>Prüfung schließen</translation>
    </message>
    <message>
        <source>Drug, brand or RxNorm code</source>
        <translation>Wirkstoff, Handelsname oder RxNorm-Code</translation>
    </message>
    <message>
        <source>Drug to check</source>
        <translation>Zu prüfendes Arzneimittel</translation>
    </message>
    <message>
        <source>Nothing was checked. %1</source>
        <translation>Nichts wurde geprüft. %1</translation>
    </message>
    <message>
        <source>Type a drug to see what it would do in this patient: with the drugs taken now, allergies, conditions and laboratory values. Nothing is written to the record.</source>
        <translation>Geben Sie ein Arzneimittel ein, um zu sehen, was es bei diesem Patienten bewirken würde: mit den jetzigen Arzneimitteln, Allergien, Krankheiten und Laborwerten. In die Akte wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Press Enter to check it.</source>
        <translation>Drücken Sie die Eingabetaste, um es zu prüfen.</translation>
    </message>
    <message>
        <source>Checking “%1”…</source>
        <translation>„%1“ wird geprüft…</translation>
    </message>
    <message>
        <source>“%1” is not known: nothing was checked.</source>
        <translation>„%1“ ist nicht bekannt: Nichts wurde geprüft.</translation>
    </message>
    <message>
        <source>Try the name of the ingredient, another spelling, or one drug at a time.</source>
        <translation>Versuchen Sie den Namen des Wirkstoffs, eine andere Schreibweise oder ein Arzneimittel nach dem anderen.</translation>
    </message>
    <message>
        <source>What %1 would do in this patient</source>
        <translation>Was %1 bei diesem Patienten bewirken würde</translation>
    </message>
    <message>
        <source>Understood as %1, not with certainty.</source>
        <translation>Verstanden als %1, nicht mit Sicherheit.</translation>
    </message>
    <message>
        <source>Understood as %1. Not understood, and not checked: %2.</source>
        <translation>Verstanden als %1. Nicht verstanden und nicht geprüft: %2.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ChipRow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n weitere</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::Commands</name>
    <message>
        <source>Search all records</source>
        <translation>Alle Akten durchsuchen</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Load the demonstration patients</source>
        <translation>Demonstrationspatienten laden</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Chartline</source>
        <translation>Über Chartline</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Check a drug before prescribing</source>
        <translation>Arzneimittel vor der Verordnung prüfen</translation>
    </message>
    <message>
        <source>Fold or show the safety cards</source>
        <translation>Sicherheitshinweise einklappen oder zeigen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::CourseText</name>
    <message>
        <source>Taken now</source>
        <translation>Jetzt eingenommen</translation>
    </message>
    <message>
        <source>Uncertain: begun, and long not heard of</source>
        <translation>Unsicher: begonnen, seit langem nichts mehr bekannt</translation>
    </message>
    <message>
        <source>Prescribed, never dispensed</source>
        <translation>Verordnet, nie abgegeben</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Said not to be taken</source>
        <translation>Als nicht eingenommen angegeben</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>bei Bedarf</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <comment>dose</comment>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>up to %1, as needed</source>
        <comment>dose a day</comment>
        <translation>bis zu %1, bei Bedarf</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <comment>dose before, dose, date</comment>
        <translation>%1 → %2, %3</translation>
    </message>
    <message>
        <source>last heard of on %1</source>
        <translation>zuletzt erwähnt am %1</translation>
    </message>
    <message>
        <source>prescribed</source>
        <translation>verordnet</translation>
    </message>
    <message>
        <source>dispensed</source>
        <translation>abgegeben</translation>
    </message>
    <message>
        <source>given</source>
        <translation>verabreicht</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>aufgeführt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht eingenommen</translation>
    </message>
    <message>
        <source>state not told</source>
        <translation>Stand nicht angegeben</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>source, kind of statement, state</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4)</source>
        <comment>source, kind of statement, state, date</comment>
        <translation>%1: %2, %3 (%4)</translation>
    </message>
    <message>
        <source>Sources disagree on whether it is taken</source>
        <translation>Quellen sind uneins, ob es eingenommen wird</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>state, source</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <comment>state, source, date</comment>
        <translation>%1 bei %2 (%3)</translation>
    </message>
    <message>
        <source>Sources disagree: %1, %2</source>
        <translation>Quellen sind uneins: %1, %2</translation>
    </message>
    <message>
        <source>%1 % of days covered</source>
        <translation>%1 % der Tage abgedeckt</translation>
    </message>
    <message numerus="yes">
        <source>a gap of %n days</source>
        <translation>
            <numerusform>eine Lücke von %n Tag</numerusform>
            <numerusform>eine Lücke von %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gaps, the longest %1 days</source>
        <translation>
            <numerusform>%n Lücke, die längste %1 Tage</numerusform>
            <numerusform>%n Lücken, die längste %1 Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between ingredients</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DateText</name>
    <message>
        <source>MMM yyyy</source>
        <comment>date format: month and year</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format: day, month, year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>time format</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time and its zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format: month and year</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>date format: weekday, day, month, year</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>start and end</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>age in years</comment>
        <translation>
            <numerusform>%n J.</numerusform>
            <numerusform>%n J.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 y</source>
        <comment>age, not exactly known</comment>
        <translation>%1–%2 J.</translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n Mon.</numerusform>
            <numerusform>%n Mon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>duration in minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>duration in hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%n Mon.</numerusform>
            <numerusform>%n Mon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%n J.</numerusform>
            <numerusform>%n J.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 y %2 mo</source>
        <comment>duration in years and months</comment>
        <translation>%1 J. %2 Mon.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DetailModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation>Unbenannte Quelle</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>type and id of a record</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between codes</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>empfangen am %1</translation>
    </message>
    <message>
        <source>version %1, received %2</source>
        <translation>Version %1, empfangen am %2</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DetailPane</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The document&apos;s data cannot be read: it is not base64.</source>
        <translation>Die Daten des Dokuments können nicht gelesen werden: Sie sind nicht base64-kodiert.</translation>
    </message>
    <message>
        <source>The document itself has not been received.</source>
        <translation>Das Dokument selbst wurde nicht empfangen.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Save a copy of %1</source>
        <translation>Eine Kopie von %1 speichern</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save outside the vault</source>
        <translation>Außerhalb des Tresors speichern</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Speichern nicht möglich: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Choose an entry to see what its sources say.</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, was seine Quellen angeben.</translation>
    </message>
    <message>
        <source>Reading what the sources say…</source>
        <translation>Die Angaben der Quellen werden gelesen…</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Reference range %1</source>
        <translation>Referenzbereich %1</translation>
    </message>
    <message>
        <source>No date given</source>
        <translation>Kein Datum angegeben</translation>
    </message>
    <message>
        <source>Entered in error: the source took this back. It is not a fact.</source>
        <translation>Irrtümlich erfasst: Die Quelle hat dies zurückgenommen. Es ist kein gültiger Eintrag.</translation>
    </message>
    <message>
        <source>Refuted: the source says this turned out untrue.</source>
        <translation>Widerlegt: Laut Quelle hat sich dies als unzutreffend herausgestellt.</translation>
    </message>
    <message>
        <source>Read the source: it holds something this program does not know that may change what the entry means.</source>
        <translation>Lesen Sie die Quelle: Darin steht etwas, das dieses Programm nicht kennt und das die Bedeutung des Eintrags ändern kann.</translation>
    </message>
    <message>
        <source>Conflicting copy: another record has the same id, and neither says which is newer.</source>
        <translation>Widersprüchliche Kopie: Ein anderer Datensatz hat dieselbe ID, und keiner von beiden gibt an, welcher neuer ist.</translation>
    </message>
    <message>
        <source>Planned: this has not happened yet.</source>
        <translation>Geplant: Dies ist noch nicht erfolgt.</translation>
    </message>
    <message>
        <source>The date is when it was recorded; the source gives none for the event itself.</source>
        <translation>Das Datum ist das der Erfassung; für das Ereignis selbst gibt die Quelle keines an.</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Angegeben von</translation>
    </message>
    <message numerus="yes">
        <source>Stated by %n records</source>
        <translation>
            <numerusform>Angegeben in %n Datensatz</numerusform>
            <numerusform>Angegeben in %n Datensätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>source, type, when received</comment>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>%1. Opens the source.</source>
        <comment>source</comment>
        <translation>%1. Öffnet die Quelle.</translation>
    </message>
    <message>
        <source>Opens the source</source>
        <translation>Öffnet die Quelle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source and record</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Textfassung</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Show the images</source>
        <translation>Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DocumentView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Seiten des Dokuments</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>der Speicher reicht dafür nicht</translation>
    </message>
    <message>
        <source>it made the separate process that draws it stop, as a damaged or hostile file can</source>
        <translation>der getrennte Prozess, der es zeichnet, ist daran abgebrochen, wie es beschädigte oder bösartige Dateien bewirken können</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation>es ist mit einem Passwort gesperrt</translation>
    </message>
    <message>
        <source>it could not be done</source>
        <translation>es war nicht möglich</translation>
    </message>
    <message>
        <source>it could not be done (%1)</source>
        <translation>es war nicht möglich (%1)</translation>
    </message>
    <message>
        <source>[page %1: could not be read: %2]</source>
        <translation>[Seite %1: nicht lesbar: %2]</translation>
    </message>
    <message>
        <source>This page cannot be drawn: %1.</source>
        <translation>Diese Seite kann nicht gezeichnet werden: %1.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DropOverlay</name>
    <message>
        <source>Drop to import</source>
        <translation>Zum Importieren ablegen</translation>
    </message>
    <message>
        <source>Files, folders and ZIP archives. The originals are not changed.</source>
        <translation>Dateien, Ordner und ZIP-Archive. Die Originale werden nicht verändert.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::EcgContent</name>
    <message>
        <source>no name in the recording</source>
        <translation>kein Name in der Aufzeichnung</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>geboren am %1</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>aufgezeichnet am %1</translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation>%1 mm/s</translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation>%1 mm/mV</translation>
    </message>
    <message>
        <source>%1 Hz sampling</source>
        <translation>Abtastung mit %1 Hz</translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation>Filter %1–%2 Hz</translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation>Kerbfilter %1 Hz</translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation>Nicht für die primäre Befundung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation>%1 mV</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Not shown: %1 at the end of the recording</source>
        <translation>Nicht gezeigt: %1 am Ende der Aufzeichnung</translation>
    </message>
    <message>
        <source>Not shown: further groups of channels (%1)</source>
        <translation>Nicht gezeigt: weitere Kanalgruppen (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lead, remark on it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>high-pass filter %1 Hz</source>
        <translation>Hochpassfilter %1 Hz</translation>
    </message>
    <message>
        <source>low-pass filter %1 Hz</source>
        <translation>Tiefpassfilter %1 Hz</translation>
    </message>
    <message>
        <source>+%1 more on page %2</source>
        <translation>+%1 weitere auf Seite %2</translation>
    </message>
    <message>
        <source>Not shown: further remarks (%1)</source>
        <translation>Nicht gezeigt: weitere Bemerkungen (%1)</translation>
    </message>
    <message>
        <source>other units scaled to fit</source>
        <translation>andere Einheiten an die Höhe angepasst</translation>
    </message>
    <message>
        <source>height scaled to fit</source>
        <translation>Höhe angepasst</translation>
    </message>
    <message>
        <source>not calibrated, height scaled to fit</source>
        <translation>nicht kalibriert, Höhe angepasst</translation>
    </message>
    <message>
        <source>some leads not calibrated</source>
        <translation>einige Ableitungen nicht kalibriert</translation>
    </message>
    <message>
        <source>filters differ between leads</source>
        <translation>Filter sind je Ableitung verschieden</translation>
    </message>
    <message>
        <source>All remarks and measurements</source>
        <translation>Alle Bemerkungen und Messwerte</translation>
    </message>
    <message>
        <source>%1 (not calibrated)</source>
        <comment>lead</comment>
        <translation>%1 (nicht kalibriert)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>lead, unit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (not calibrated)</source>
        <translation>%1 (nicht kalibriert)</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ErrorText</name>
    <message>
        <source>Nothing went wrong.</source>
        <translation>Es ist kein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>This cannot be done as asked: %1</source>
        <translation>Dies kann so nicht ausgeführt werden: %1</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>detail after a sentence</comment>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>“%1” is not there. It may have been moved, renamed, or its drive taken out.</source>
        <translation>„%1“ ist nicht vorhanden. Möglicherweise wurde es verschoben oder umbenannt, oder der Datenträger wurde entfernt.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: this account has no permission to. Ask whoever owns it for access.</source>
        <translation>„%1“ kann nicht gelesen werden: Dieses Benutzerkonto hat dazu keine Berechtigung. Bitten Sie die Person, der es gehört, um Zugriff.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: this account has no permission to. Nothing stored has changed.</source>
        <translation>„%1“ kann nicht geschrieben werden: Dieses Benutzerkonto hat dazu keine Berechtigung. Die gespeicherten Daten sind unverändert.</translation>
    </message>
    <message>
        <source>The disk is full. Everything stored before is safe; what was being written has been left out. Free some space and try again.</source>
        <translation>Der Datenträger ist voll. Alles zuvor Gespeicherte ist sicher; was gerade geschrieben wurde, ist weggelassen worden. Schaffen Sie freien Speicherplatz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The disk only allows reading. Stored records can be looked at, but nothing can be added or changed.</source>
        <translation>Der Datenträger lässt nur das Lesen zu. Gespeicherte Akten können angesehen werden, aber es kann nichts hinzugefügt oder geändert werden.</translation>
    </message>
    <message>
        <source>The disk or its connection failed while reading or writing “%1”. Everything stored before is kept. Check the drive, then try again.</source>
        <translation>Der Datenträger oder seine Verbindung hat beim Lesen oder Schreiben von „%1“ versagt. Alles zuvor Gespeicherte bleibt erhalten. Prüfen Sie den Datenträger und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Stopped, as you asked. What had been stored by then is kept.</source>
        <translation>Wie gewünscht angehalten. Was bis dahin gespeichert war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>There is no vault in “%1”. Create one, or choose the right folder.</source>
        <translation>In „%1“ gibt es keinen Tresor. Legen Sie einen an oder wählen Sie den richtigen Ordner.</translation>
    </message>
    <message>
        <source>There is already a vault, or a part of one, in “%1”. It has not been touched. Unlock it, or choose another folder.</source>
        <translation>In „%1“ gibt es bereits einen Tresor oder einen Teil davon. Er wurde nicht angetastet. Entsperren Sie ihn oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another Chartline has this vault open. Close it there first; two at once could harm the records.</source>
        <translation>Dieser Tresor ist bereits in einem anderen Chartline geöffnet. Schließen Sie ihn zuerst dort; zwei gleichzeitig könnten den Akten schaden.</translation>
    </message>
    <message>
        <source>The vault&apos;s header, which holds the locked keys, is damaged in both of its copies, so the vault cannot be opened. Nothing has been changed. Put back “vault.header” from a backup of “%1”.</source>
        <translation>Die Kopfdaten des Tresors, welche die verschlossenen Schlüssel enthalten, sind in beiden Kopien beschädigt; der Tresor kann daher nicht geöffnet werden. Es wurde nichts geändert. Spielen Sie „vault.header“ aus einer Sicherung von „%1“ zurück.</translation>
    </message>
    <message>
        <source>This vault was made by a newer Chartline (format %1; this program knows up to %2). It has not been touched. Update Chartline to open it.</source>
        <translation>Dieser Tresor wurde mit einem neueren Chartline angelegt (Format %1; dieses Programm kennt höchstens %2). Er wurde nicht angetastet. Aktualisieren Sie Chartline, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The vault is locked. Unlock it to go on.</source>
        <translation>Der Tresor ist gesperrt. Entsperren Sie ihn, um fortzufahren.</translation>
    </message>
    <message>
        <source>This is a recovery key, but of another vault. Look for the one printed when this vault was created.</source>
        <translation>Dies ist ein Wiederherstellungsschlüssel, aber der eines anderen Tresors. Suchen Sie den Schlüssel, der beim Anlegen dieses Tresors gedruckt wurde.</translation>
    </message>
    <message>
        <source>This is not the passphrase. Check Caps Lock and the keyboard layout, then try again.</source>
        <translation>Dies ist nicht die Passphrase. Prüfen Sie die Feststelltaste und die Tastaturbelegung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation>Die Passphrase ist zu kurz: Sie muss mindestens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The passphrase file “%1” cannot be used. It must hold the passphrase on its first line and be readable only by you.</source>
        <translation>Die Passphrasendatei „%1“ kann nicht verwendet werden. Sie muss die Passphrase in der ersten Zeile enthalten und darf nur für Sie lesbar sein.</translation>
    </message>
    <message>
        <source>This is not a whole recovery key, or a character is mistyped. It has six groups of six letters and digits.</source>
        <translation>Dies ist kein vollständiger Wiederherstellungsschlüssel, oder ein Zeichen ist falsch eingegeben. Er besteht aus sechs Gruppen zu je sechs Zeichen (Buchstaben und Ziffern).</translation>
    </message>
    <message>
        <source>The vault&apos;s header asks for more memory or time to unlock than is allowed, as a tampered one would. Nothing has been changed. Put back “vault.header” from a backup.</source>
        <translation>Die Kopfdaten des Tresors verlangen zum Entsperren mehr Speicher oder Zeit als zulässig, wie es bei manipulierten Kopfdaten der Fall wäre. Es wurde nichts geändert. Spielen Sie „vault.header“ aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The encryption this vault needs is not available in this installation, so it has not been opened. Reinstall Chartline.</source>
        <translation>Die Verschlüsselung, die dieser Tresor benötigt, ist in dieser Installation nicht verfügbar; er wurde daher nicht geöffnet. Installieren Sie Chartline neu.</translation>
    </message>
    <message>
        <source>Encryption failed, perhaps for lack of memory. Nothing stored has changed. Close other programs and try again.</source>
        <translation>Die Verschlüsselung ist fehlgeschlagen, möglicherweise mangels Arbeitsspeicher. Die gespeicherten Daten sind unverändert. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The vault in “%1” has its keys, but its records file “records.db” is missing. Nothing has been created in its place. Put it back from a backup.</source>
        <translation>Der Tresor in „%1“ hat seine Schlüssel, aber seine Aktendatei „records.db“ fehlt. An ihrer Stelle wurde nichts angelegt. Spielen Sie sie aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The records file in “%1” is damaged: it has been cut short or altered. Nothing has been changed. Put it back from a backup; do not import into it.</source>
        <translation>Die Aktendatei in „%1“ ist beschädigt: Sie wurde abgeschnitten oder verändert. Es wurde nichts geändert. Spielen Sie sie aus einer Sicherung zurück; importieren Sie nichts in sie.</translation>
    </message>
    <message>
        <source>These records were written by a newer Chartline (layout %1; this program knows up to %2). They have not been touched. Update Chartline to open them.</source>
        <translation>Diese Akten wurden mit einem neueren Chartline geschrieben (Aufbau %1; dieses Programm kennt höchstens %2). Sie wurden nicht angetastet. Aktualisieren Sie Chartline, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The records file is not encrypted as it must be, so it has not been opened. Somebody may have replaced it. Put it back from a backup.</source>
        <translation>Die Aktendatei ist nicht wie vorgeschrieben verschlüsselt; sie wurde daher nicht geöffnet. Möglicherweise hat jemand sie ausgetauscht. Spielen Sie sie aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>An attached file is missing from the vault. The record itself is whole. Import its source again to bring it back.</source>
        <translation>Eine angehängte Datei fehlt im Tresor. Der Datensatz selbst ist vollständig. Importieren Sie seine Quelle erneut, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>An attached file has been altered or damaged, so it is not shown. The record itself is whole. Import its source again to bring it back.</source>
        <translation>Eine angehängte Datei wurde verändert oder beschädigt und wird daher nicht angezeigt. Der Datensatz selbst ist vollständig. Importieren Sie seine Quelle erneut, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>An attached file has been cut short, so it is not shown. The record itself is whole. Import its source again to bring it back.</source>
        <translation>Eine angehängte Datei wurde abgeschnitten und wird daher nicht angezeigt. Der Datensatz selbst ist vollständig. Importieren Sie seine Quelle erneut, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>The records could not be read or written. What was stored before is kept. Try again; if it happens again, check the vault.</source>
        <translation>Die Akten konnten nicht gelesen oder geschrieben werden. Was zuvor gespeichert war, bleibt erhalten. Versuchen Sie es erneut; wenn es wieder vorkommt, prüfen Sie den Tresor.</translation>
    </message>
    <message>
        <source>This change does not fit what is stored, so nothing has been changed.</source>
        <translation>Diese Änderung passt nicht zu den gespeicherten Daten; es wurde daher nichts geändert.</translation>
    </message>
    <message>
        <source>This is not in the vault (any more): %1</source>
        <translation>Dies ist nicht (mehr) im Tresor: %1</translation>
    </message>
    <message>
        <source>It ends in the middle: the file was cut short. Get it again from its source.</source>
        <translation>Der Inhalt bricht mittendrin ab: Die Datei wurde abgeschnitten. Beziehen Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>Its text is not in a valid encoding (UTF-8 was expected).</source>
        <translation>Der Text liegt nicht in einer gültigen Kodierung vor (erwartet wurde UTF-8).</translation>
    </message>
    <message>
        <source>It gives “%1” twice in one object, so what it means is not certain.</source>
        <translation>„%1“ kommt in einem Objekt zweimal vor; die Bedeutung ist daher nicht sicher.</translation>
    </message>
    <message>
        <source>It is nested deeper than %1 levels, as no real record is.</source>
        <translation>Der Inhalt ist tiefer als %1 Ebenen verschachtelt, wie es bei keinem echten Datensatz vorkommt.</translation>
    </message>
    <message>
        <source>It is larger than the %1 allowed for one piece.</source>
        <translation>Der Inhalt ist größer als die für ein einzelnes Stück zulässigen %1.</translation>
    </message>
    <message>
        <source>It contains a document type declaration (DOCTYPE), which health data does not need and attacks use.</source>
        <translation>Der Inhalt enthält eine Dokumenttyp-Deklaration (DOCTYPE), die Gesundheitsdaten nicht benötigen und die für Angriffe benutzt wird.</translation>
    </message>
    <message>
        <source>It is not health data that Chartline knows.</source>
        <translation>Dies sind keine Gesundheitsdaten, die Chartline kennt.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Der Inhalt ist leer.</translation>
    </message>
    <message>
        <source>It is health data in a format that this version does not read: %1</source>
        <translation>Dies sind Gesundheitsdaten in einem Format, das diese Version nicht liest: %1</translation>
    </message>
    <message>
        <source>It can be read, but it is not a usable record.</source>
        <translation>Der Inhalt ist lesbar, aber kein verwertbarer Datensatz.</translation>
    </message>
    <message>
        <source>The archive is damaged or not a ZIP. Get it again from its source.</source>
        <translation>Das Archiv ist beschädigt oder kein ZIP. Beziehen Sie es erneut von seiner Quelle.</translation>
    </message>
    <message>
        <source>The archive is protected with a password. Unpack it first, then import the folder.</source>
        <translation>Das Archiv ist mit einem Passwort geschützt. Entpacken Sie es zuerst und importieren Sie dann den Ordner.</translation>
    </message>
    <message>
        <source>The archive holds more than %1 files. Import it in parts.</source>
        <translation>Das Archiv enthält mehr als %1 Dateien. Importieren Sie es in Teilen.</translation>
    </message>
    <message>
        <source>Unpacked, the archive is larger than the %1 allowed. Import it in parts.</source>
        <translation>Entpackt ist das Archiv größer als die zulässigen %1. Importieren Sie es in Teilen.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 times its size, as an attack on the disk would. It was stopped.</source>
        <translation>Das Archiv wird beim Entpacken auf mehr als das %1-Fache seiner Größe anwachsen, wie es bei einem Angriff auf den Datenträger der Fall wäre. Das Entpacken wurde angehalten.</translation>
    </message>
    <message>
        <source>A file in the archive has a name that points outside of it, so it was left out.</source>
        <translation>Eine Datei im Archiv hat einen Namen, der aus dem Archiv hinausweist; sie wurde daher weggelassen.</translation>
    </message>
    <message>
        <source>There are archives within archives more than %1 deep. Unpack it first.</source>
        <translation>Archive sind mehr als %1 Ebenen tief ineinander verschachtelt. Entpacken Sie das Archiv zuerst.</translation>
    </message>
    <message>
        <source>It is not built as its format (JSON, XML, DICOM) requires.</source>
        <translation>Sie ist nicht so aufgebaut, wie ihr Format (JSON, XML, DICOM) es verlangt.</translation>
    </message>
    <message>
        <source>Its picture would have more than the %1 pixels allowed.</source>
        <translation>Ihr Bild hätte mehr als die erlaubten %1 Pixel.</translation>
    </message>
    <message>
        <source>Reading it made the separate reading process stop, as a damaged or hostile file can. Only this file was left out.</source>
        <translation>Beim Lesen ist der getrennte Leseprozess stehen geblieben, wie es bei einer beschädigten oder bösartigen Datei geschehen kann. Nur diese Datei wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The separate process that reads images could not be started, so no image could be read.</source>
        <translation>Der getrennte Prozess, der Bilder liest, konnte nicht gestartet werden; daher wurde kein Bild gelesen.</translation>
    </message>
    <message>
        <source>“%1” names this file as part of the disc, but it is not there: the copy is incomplete.</source>
        <translation>„%1“ nennt diese Datei als Teil des Datenträgers, aber sie ist nicht da: Die Kopie ist unvollständig.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactBanner</name>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Other sex</source>
        <translation>Anderes Geschlecht</translation>
    </message>
    <message>
        <source>Sex not known</source>
        <translation>Geschlecht nicht bekannt</translation>
    </message>
    <message>
        <source>Person %1, no name received</source>
        <translation>Person %1, kein Name empfangen</translation>
    </message>
    <message>
        <source>Died %1</source>
        <translation>Verstorben: %1</translation>
    </message>
    <message>
        <source>Died %1, aged %2</source>
        <translation>Verstorben: %1, Alter %2</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>geb. %1</translation>
    </message>
    <message>
        <source>birth date not known</source>
        <translation>Geburtsdatum nicht bekannt</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and value of an identifier</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no name received</source>
        <translation>kein Name empfangen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>source and name</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>source, name, identifiers</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>allergy and its reaction</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>allergy and how grave it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (stated)</source>
        <comment>a statement such as No known allergies</comment>
        <translation>%1 (angegeben)</translation>
    </message>
    <message>
        <source>No allergy information received</source>
        <translation>Keine Angaben zu Allergien empfangen</translation>
    </message>
    <message>
        <source>None of the sources says anything about allergies. This is not the same as having none.</source>
        <translation>Keine der Quellen macht Angaben zu Allergien. Das ist nicht dasselbe wie keine Allergien.</translation>
    </message>
    <message>
        <source>No active problem received</source>
        <translation>Keine Angaben zu aktiven Problemen empfangen</translation>
    </message>
    <message>
        <source>None of the sources states an active problem.</source>
        <translation>Keine der Quellen gibt ein aktives Problem an.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>allergy or problem and a warning</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>read the source</source>
        <translation>Quelle lesen</translation>
    </message>
    <message>
        <source>No active allergy stated</source>
        <translation>Keine aktive Allergie angegeben</translation>
    </message>
    <message>
        <source>The record has past or refuted allergies; they are in the list. This is not the same as having none.</source>
        <translation>Die Akte enthält frühere oder widerlegte Allergien; sie stehen in der Liste. Das ist nicht dasselbe wie keine zu haben.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>problem and how sure it is</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactListModel</name>
    <message>
        <source>No date given</source>
        <translation>Kein Datum angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entries</source>
        <comment>heading of a day</comment>
        <translation>
            <numerusform>%1, %n Eintrag</numerusform>
            <numerusform>%1, %n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between short remarks</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of sources</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Value or status</source>
        <translation>Wert oder Status</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>value and status</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactListView</name>
    <message>
        <source>List of entries</source>
        <translation>Liste der Einträge</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactText</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>abgeklungen</translation>
    </message>
    <message>
        <source>in remission</source>
        <translation>in Remission</translation>
    </message>
    <message>
        <source>recurrence</source>
        <translation>Rezidiv</translation>
    </message>
    <message>
        <source>relapse</source>
        <translation>Rückfall</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>registered, no result yet</source>
        <translation>registriert, noch kein Ergebnis</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>Teilbefund</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>ergänzt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ausgesetzt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>intended</source>
        <translation>beabsichtigt</translation>
    </message>
    <message>
        <source>in preparation</source>
        <translation>in Vorbereitung</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>eingetroffen</translation>
    </message>
    <message>
        <source>triaged</source>
        <translation>triagiert</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>beurlaubt</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht durchgeführt</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht eingenommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>status not known</source>
        <translation>Status nicht bekannt</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>irrtümlich erfasst</translation>
    </message>
    <message>
        <source>health not known</source>
        <translation>Gesundheitszustand nicht bekannt</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>hohes Risiko</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>auffällig</translation>
    </message>
    <message>
        <source>read the source</source>
        <translation>Quelle lesen</translation>
    </message>
    <message>
        <source>conflicting copy</source>
        <translation>widersprüchliche Kopie</translation>
    </message>
    <message>
        <source>date of recording</source>
        <translation>Erfassungsdatum</translation>
    </message>
    <message>
        <source>OID %1</source>
        <translation>OID %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code system and code</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>differential diagnosis</source>
        <translation>Differenzialdiagnose</translation>
    </message>
    <message>
        <source>presumed</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>subpotent dose</source>
        <translation>zu schwach dosiert</translation>
    </message>
    <message>
        <source>high</source>
        <comment>a value above what is normal</comment>
        <translation>erhöht</translation>
    </message>
    <message>
        <source>low</source>
        <comment>a value below what is normal</comment>
        <translation>erniedrigt</translation>
    </message>
    <message>
        <source>critically high</source>
        <translation>kritisch erhöht</translation>
    </message>
    <message>
        <source>critically low</source>
        <translation>kritisch erniedrigt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign and word: ▲ high</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>value, sign and word: 7.8 % ▲ high</comment>
        <translation>%1 %2 %3</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FieldText</name>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Eingangsnummer</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Accession-Nummer</translation>
    </message>
    <message>
        <source>Achievement status</source>
        <translation>Zielerreichung</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Angegeben von</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Authenticator</source>
        <translation>Beglaubigt von</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Verfasst am</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Body site</source>
        <translation>Körperstelle</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Clinical status</source>
        <translation>Klinischer Status</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Entnommen</translation>
    </message>
    <message>
        <source>Complication</source>
        <translation>Komplikation</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Schlussfolgerung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Erkrankung</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Vertraulichkeit</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>In connection with</source>
        <translation>Im Zusammenhang mit</translation>
    </message>
    <message>
        <source>Course of therapy</source>
        <translation>Therapieverlauf</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Versicherungsschutz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Verwahrt von</translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation>Warum kein Wert vorliegt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation>Angegeben am</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beendet am</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Days of supply</source>
        <translation>Reichweite in Tagen</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>Todesdatum</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation>Abgeleitet von</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>Gerätename</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>Gerätetyp</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Discharge disposition</source>
        <translation>Entlassungsart</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Kind of dispensing</source>
        <translation>Art der Abgabe</translation>
    </message>
    <message>
        <source>Do not perform</source>
        <translation>Nicht durchführen</translation>
    </message>
    <message>
        <source>Document status</source>
        <translation>Dokumentstatus</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>Dokumenttyp</translation>
    </message>
    <message>
        <source>Dosage</source>
        <translation>Dosierung</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Dose number</source>
        <translation>Dosisnummer</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Access point</source>
        <translation>Zugangspunkt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Use by</source>
        <translation>Verwendbar bis</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachsorge</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Darreichungsform</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Administratives Geschlecht</translation>
    </message>
    <message>
        <source>General practitioner</source>
        <translation>Hausärztin/Hausarzt</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation>Bildgebungsstudie</translation>
    </message>
    <message>
        <source>Information from</source>
        <translation>Auskunft von</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Wirkstärke</translation>
    </message>
    <message>
        <source>Ingredient</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation>Interpretation</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last occurrence</source>
        <translation>Letztes Auftreten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Lifecycle status</source>
        <translation>Lebenszyklusstatus</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Verknüpft mit</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation>Chargennummer</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Manufacture date</source>
        <translation>Herstellungsdatum</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Zivilstand</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>Medikament</translation>
    </message>
    <message>
        <source>Medication reference</source>
        <translation>Verweis auf Medikament</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>Textfassung</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht durchgeführt</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht verabreicht</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht eingenommen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Number of images</source>
        <translation>Anzahl Bilder</translation>
    </message>
    <message>
        <source>Number of series</source>
        <translation>Anzahl Serien</translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation>Erfolgt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Instruction for the patient</source>
        <translation>Anweisung für die Patientin/den Patienten</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Kostenträger</translation>
    </message>
    <message>
        <source>Performed</source>
        <translation>Durchgeführt</translation>
    </message>
    <message>
        <source>Performed by</source>
        <translation>Durchgeführt von</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Gesundheitsfachperson</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>First-hand information</source>
        <translation>Angabe aus erster Hand</translation>
    </message>
    <message>
        <source>Earlier prescription</source>
        <translation>Frühere Verordnung</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Regelung</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Qualifikation</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why not given</source>
        <translation>Warum nicht verabreicht</translation>
    </message>
    <message>
        <source>Why not taken</source>
        <translation>Warum nicht eingenommen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Recorded on</source>
        <translation>Erfasst am</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Erfasst von</translation>
    </message>
    <message>
        <source>Reference range</source>
        <translation>Referenzbereich</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>Überwiesen von</translation>
    </message>
    <message>
        <source>Refills</source>
        <translation>Weitere Abgaben</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Angefordert von</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Verabreichungsweg</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Security label</source>
        <translation>Sicherheitskennzeichnung</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Period of service</source>
        <translation>Leistungszeitraum</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Leistungserbringer</translation>
    </message>
    <message>
        <source>Service type</source>
        <translation>Art der Leistung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Applikationsort</translation>
    </message>
    <message>
        <source>Source of the statement</source>
        <translation>Quelle der Angabe</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Specimen type</source>
        <translation>Probenart</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stadium</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status since</source>
        <translation>Status seit</translation>
    </message>
    <message>
        <source>Reason for the status</source>
        <translation>Grund für den Status</translation>
    </message>
    <message>
        <source>Study UID</source>
        <translation>Studien-UID</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation>Versichertennummer</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Eingenommen</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielvorgabe</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontaktdaten</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitangabe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Device identifier (UDI)</source>
        <translation>Gerätekennung (UDI)</translation>
    </message>
    <message>
        <source>Modifier not known to this program</source>
        <translation>Modifikator, den dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation>Impfstoff</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Abgegeben</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Vorbereitet</translation>
    </message>
    <message>
        <source>Subpotent</source>
        <translation>Zu schwach dosiert</translation>
    </message>
    <message>
        <source>Why subpotent</source>
        <translation>Warum zu schwach dosiert</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FilterBar</name>
    <message>
        <source>Show withdrawn</source>
        <translation>Zurückgezogene anzeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Entries a source took back as entered in error or turned out untrue. They are never shown as facts.</source>
        <translation>Einträge, die eine Quelle als irrtümlich erfasst zurückgenommen hat oder die sich als unzutreffend erwiesen haben. Sie werden nie als Tatsachen angezeigt.</translation>
    </message>
    <message>
        <source>Mouse and keys of the timeline</source>
        <translation>Maus und Tasten der Zeitachse</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Bildgebung</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Prozeduren</translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation>Impfungen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation>Unbenannte Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries. Click to hide or show them.</source>
        <translation>
            <numerusform>%1: %n Eintrag. Klicken, um ihn aus- oder einzublenden.</numerusform>
            <numerusform>%1: %n Einträge. Klicken, um sie aus- oder einzublenden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 von %n Eintrag</numerusform>
            <numerusform>%1 von %n Einträgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FollowUpChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sizes over time</source>
        <translation>Größen im Verlauf</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FollowUpPanel</name>
    <message>
        <source>Measured once: nothing to compare with yet.</source>
        <translation>Einmal gemessen: noch nichts zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 short axis in %n day(s)</source>
        <translation>
            <numerusform>%1 kurze Achse in %n Tag</numerusform>
            <numerusform>%1 kurze Achse in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 longest diameter in %n day(s)</source>
        <translation>
            <numerusform>%1 längster Durchmesser in %n Tag</numerusform>
            <numerusform>%1 längster Durchmesser in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>volume doubling time %1 d</source>
        <translation>Volumenverdopplungszeit %1 d</translation>
    </message>
    <message>
        <source>volume halving time %1 d</source>
        <translation>Volumenhalbierungszeit %1 d</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>In the sum of diameters</source>
        <translation>In der Summe der Durchmesser</translation>
    </message>
    <message>
        <source>By its longest diameter</source>
        <translation>Mit dem längsten Durchmesser</translation>
    </message>
    <message>
        <source>By its short axis (lymph node)</source>
        <translation>Mit der kurzen Achse (Lymphknoten)</translation>
    </message>
    <message>
        <source>Not in the sum</source>
        <translation>Nicht in der Summe</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht weiter verfolgen</translation>
    </message>
    <message>
        <source>Tracked finding · %1</source>
        <translation>Verfolgter Befund · %1</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) without a diameter in mm or without a date.</source>
        <translation>
            <numerusform>%n Messung ohne Durchmesser in mm oder ohne Datum.</numerusform>
            <numerusform>%n Messungen ohne Durchmesser in mm oder ohne Datum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure here · %1</source>
        <translation>Hier messen · %1</translation>
    </message>
    <message>
        <source>Measure here</source>
        <translation>Hier messen</translation>
    </message>
    <message>
        <source>Measure %1 in %2</source>
        <translation>%1 in %2 messen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Sizes of %1</source>
        <translation>Größen von %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Measured by %1. Enter or double click: show it.</source>
        <translation>Gemessen von %1. Eingabe oder Doppelklick: zeigen.</translation>
    </message>
    <message>
        <source>Sum of diameters</source>
        <translation>Summe der Durchmesser</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Nadir</source>
        <translation>Nadir</translation>
    </message>
    <message numerus="yes">
        <source>Sum of the diameters of %n finding(s)</source>
        <translation>
            <numerusform>Summe der Durchmesser von %n Befund</numerusform>
            <numerusform>Summe der Durchmesser von %n Befunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Longest diameters, of lymph nodes the short axis; change from the first sum and from the smallest before (nadir). RECIST 1.1 names −30 % of the first, and +20 % and +5 mm above the nadir; these are figures, not an assessment.</source>
        <translation>Längste Durchmesser, bei Lymphknoten die kurze Achse; Änderung gegenüber der ersten Summe und der kleinsten davor (Nadir). RECIST 1.1 nennt −30 % der ersten sowie +20 % und +5 mm über dem Nadir; das sind Zahlen, keine Beurteilung.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImageView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>W %1 L %2</source>
        <translation>W %1 L %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>slice %1/%2</source>
        <translation>Schicht %1/%2</translation>
    </message>
    <message>
        <source>image %1/%2</source>
        <translation>Bild %1/%2</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>no interpolation</source>
        <translation>ohne Interpolation</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingObjects</name>
    <message>
        <source>Of the compared study</source>
        <translation>Zur verglichenen Studie</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingPage</name>
    <message>
        <source>Looking for images…</source>
        <translation>Sucht Bilder…</translation>
    </message>
    <message>
        <source>The images could not be listed</source>
        <translation>Die Bilder konnten nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>Keine Akte ist offen</translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation>Wählen Sie eine Person in der Patientenliste.</translation>
    </message>
    <message>
        <source>No images in this record</source>
        <translation>Keine Bilder in dieser Akte</translation>
    </message>
    <message>
        <source>Import a folder, a ZIP or a disc with DICOM images; the studies appear here and on the timeline.</source>
        <translation>Importieren Sie einen Ordner, ein ZIP oder einen Datenträger mit DICOM-Bildern; die Untersuchungen erscheinen hier und auf der Zeitachse.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>CURRENT</source>
        <translation>AKTUELL</translation>
    </message>
    <message>
        <source>PRIOR, laid over the current study</source>
        <translation>VORHER, über die aktuelle Untersuchung gelegt</translation>
    </message>
    <message>
        <source>PRIOR</source>
        <translation>VORHER</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>no name in the image</source>
        <translation>kein Name im Bild</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>geboren %1</translation>
    </message>
    <message>
        <source>no birth date in the image</source>
        <translation>kein Geburtsdatum im Bild</translation>
    </message>
    <message>
        <source>differs from the open record</source>
        <translation>weicht von der offenen Akte ab</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>anderer Bezugsrahmen</translation>
    </message>
    <message>
        <source>LATER, laid over the current study</source>
        <translation>SPÄTERE, auf die aktuelle gelegt</translation>
    </message>
    <message>
        <source>LATER</source>
        <translation>SPÄTERE</translation>
    </message>
    <message>
        <source>axial, turned</source>
        <translation>axial, gedreht</translation>
    </message>
    <message>
        <source>coronal, turned</source>
        <translation>koronar, gedreht</translation>
    </message>
    <message>
        <source>sagittal, turned</source>
        <translation>sagittal, gedreht</translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation>Überlagerung: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingSide</name>
    <message>
        <source>Opening…</source>
        <translation>Öffnet…</translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation>Lädt… %1 %</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>The images of this series are of a kind this version does not read (%1).</source>
        <translation>Die Bilder dieser Serie sind von einer Art, die diese Version nicht liest (%1).</translation>
    </message>
    <message>
        <source>This series has no pictures.</source>
        <translation>Diese Serie hat keine Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of this series cannot be shown.</source>
        <translation>
            <numerusform>%n Bild dieser Serie kann nicht gezeigt werden.</numerusform>
            <numerusform>%n Bilder dieser Serie können nicht gezeigt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further version(s) of these images were received; the first is shown.</source>
        <translation>
            <numerusform>%n weitere Fassung dieser Bilder wurde empfangen; die erste wird gezeigt.</numerusform>
            <numerusform>%n weitere Fassungen dieser Bilder wurden empfangen; die erste wird gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingToolBar</name>
    <message>
        <source>Image tools</source>
        <translation>Bildwerkzeuge</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>One view, as the images were taken</source>
        <translation>Eine Ansicht, wie die Bilder aufgenommen wurden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The prior and the current study side by side</source>
        <translation>Vorherige und aktuelle Untersuchung nebeneinander</translation>
    </message>
    <message>
        <source>MPR</source>
        <translation>MPR</translation>
    </message>
    <message>
        <source>Axial, coronal and sagittal with a shared crosshair</source>
        <translation>Axial, koronal und sagittal mit gemeinsamem Fadenkreuz</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>The volume in three dimensions</source>
        <translation>Das Volumen in drei Dimensionen</translation>
    </message>
    <message>
        <source>MPR + 3D</source>
        <translation>MPR + 3D</translation>
    </message>
    <message>
        <source>Three cuts and the volume</source>
        <translation>Drei Schnitte und das Volumen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Brightness and contrast for a purpose (keys 1 to 9)</source>
        <translation>Helligkeit und Kontrast für einen Zweck (Tasten 1 bis 9)</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Schichtdicke</translation>
    </message>
    <message>
        <source>Several slices behind each other as one</source>
        <translation>Mehrere Schichten hintereinander als eine</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation>In die Ansicht einpassen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Rotate by 90°</source>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Interpolation on or off</source>
        <translation>Interpolation ein oder aus</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Single slice</source>
        <translation>Einzelne Schicht</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Drag to change the window</source>
        <translation>Ziehen ändert das Fenster</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drag the picture (also with the middle button)</source>
        <translation>Das Bild ziehen (auch mit der mittleren Taste)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Drag up and down (also Ctrl and wheel)</source>
        <translation>Auf und ab ziehen (auch Strg und Rad)</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Drag through the slices (also the wheel)</source>
        <translation>Durch die Schichten ziehen (auch das Rad)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Show the pictures one after the other (space)</source>
        <translation>Die Bilder nacheinander zeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Scroll and zoom</source>
        <translation>Blättern und Zoom</translation>
    </message>
    <message>
        <source>Both studies move together</source>
        <translation>Beide Untersuchungen bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>Both studies have the same window</source>
        <translation>Beide Untersuchungen haben dasselbe Fenster</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Lay the prior exactly over the current study (rigid)</source>
        <translation>Die Voruntersuchung genau über die aktuelle legen (starr)</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Prior and current side by side</source>
        <translation>Vorher und aktuell nebeneinander</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Both over each other</source>
        <translation>Beide übereinander</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>Fields of one and the other by turns</source>
        <translation>Felder der einen und der anderen im Wechsel</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>What is brighter now (orange) and what is darker (blue)</source>
        <translation>Was jetzt heller ist (orange) und was dunkler (blau)</translation>
    </message>
    <message>
        <source>  (W %1 L %2)</source>
        <translation>  (W %1 L %2)</translation>
    </message>
    <message>
        <source>There is no other study with images to compare with</source>
        <translation>Es gibt keine andere Untersuchung mit Bildern zum Vergleich</translation>
    </message>
    <message>
        <source>Stop aligning</source>
        <translation>Ausrichten abbrechen</translation>
    </message>
    <message>
        <source>The prior is laid over the current study; press to take it back</source>
        <translation>Die Voruntersuchung liegt über der aktuellen; drücken nimmt es zurück</translation>
    </message>
    <message>
        <source>Compare + 3D</source>
        <translation>Vergleich + 3D</translation>
    </message>
    <message>
        <source>The prior and the current study, and below them the current one from the front and in 3D</source>
        <translation>Die Voruntersuchung und die aktuelle, darunter die aktuelle von vorn und in 3D</translation>
    </message>
    <message>
        <source>Fit, turn, mirror, invert</source>
        <translation>Einpassen, drehen, spiegeln, umkehren</translation>
    </message>
    <message>
        <source>Straighten turned cuts</source>
        <translation>Gedrehte Schnitte gerade stellen</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Click or drag to show the same point in every view; drag near a line&apos;s end to turn the cuts</source>
        <translation>Klicken oder ziehen zeigt denselben Punkt in jeder Ansicht; nahe am Ende einer Linie ziehen dreht die Schnitte</translation>
    </message>
    <message>
        <source>What dragging with the left mouse button does</source>
        <translation>Was Ziehen mit der linken Maustaste bewirkt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>From one point to another</source>
        <translation>Von einem Punkt zum anderen</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>Zwei Achsen</translation>
    </message>
    <message>
        <source>The longest diameter and the one across it</source>
        <translation>Der längste Durchmesser und der quer dazu</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Between two lines that meet: three points</source>
        <translation>Zwischen zwei Linien, die sich treffen: drei Punkte</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Between two lines that need not meet</source>
        <translation>Zwischen zwei Linien, die sich nicht treffen müssen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Area, mean, standard deviation, smallest, largest</source>
        <translation>Fläche, Mittelwert, Standardabweichung, kleinster, größter Wert</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freihand-Region</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Messpunkt</translation>
    </message>
    <message>
        <source>The value at a point</source>
        <translation>Der Wert an einem Punkt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Lengths, angles, regions and values; kept in the record</source>
        <translation>Längen, Winkel, Regionen und Werte; werden in der Akte aufbewahrt</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Another series in colour over this one: a PET over its CT, a dose</source>
        <translation>Eine andere Serie in Farbe über dieser: ein PET über seinem CT, eine Dosis</translation>
    </message>
    <message>
        <source>No other series lies in the same space as this one</source>
        <translation>Keine andere Serie liegt im selben Raum wie diese</translation>
    </message>
    <message>
        <source>Nothing over it</source>
        <translation>Nichts darüber</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Hot iron</source>
        <translation>Glühendes Eisen</translation>
    </message>
    <message>
        <source>Hot metal blue</source>
        <translation>Glühendes Metall, blau</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>Regenbogen</translation>
    </message>
    <message>
        <source>Evenly brightening</source>
        <translation>Gleichmäßig heller</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation>Volle Farbe ab</translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation>Überlagerung: %1</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move the prior by hand</source>
        <translation>Die Voruntersuchung von Hand verschieben</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Towards you</source>
        <translation>Zu Ihnen hin</translation>
    </message>
    <message>
        <source>Away from you</source>
        <translation>Von Ihnen weg</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>%1 by 1 mm</source>
        <translation>%1 um 1 mm</translation>
    </message>
    <message>
        <source>%1 by 1°</source>
        <translation>%1 um 1°</translation>
    </message>
    <message>
        <source>Align by hand, from where they lie now</source>
        <translation>Von Hand ausrichten, so wie sie jetzt liegen</translation>
    </message>
    <message>
        <source>Mouse: %1</source>
        <translation>Maus: %1</translation>
    </message>
    <message>
        <source>Measure: %1</source>
        <translation>Messen: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportPanel</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>What has been stored by then is kept</source>
        <translation>Was bis dahin gespeichert wurde, bleibt erhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Dateien werden durchgesehen…</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportReportView</name>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum abgelehnt</translation>
    </message>
    <message>
        <source>Kept as received, but not fully understood</source>
        <translation>Wie empfangen aufbewahrt, aber nicht vollständig verstanden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show the patients</source>
        <translation>Patienten anzeigen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Refused files and records</source>
        <translation>Abgelehnte Dateien und Datensätze</translation>
    </message>
    <message>
        <source>The import could not be run</source>
        <translation>Der Import konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files looked at, those inside archives among them</source>
        <translation>Durchgesehene Dateien, einschließlich jener in Archiven</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Neue Datensätze</translation>
    </message>
    <message>
        <source>Stored now, each with its source exactly as received</source>
        <translation>Jetzt gespeichert, jeder mit seiner Quelle genau wie empfangen</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Bereits vorhanden</translation>
    </message>
    <message>
        <source>The same bytes had been imported before</source>
        <translation>Dieselben Bytes waren schon früher importiert worden</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>They replace the fact shown; the older version stays reachable</source>
        <translation>Sie ersetzen den angezeigten Eintrag; die ältere Version bleibt zugänglich</translation>
    </message>
    <message>
        <source>Kept verbatim</source>
        <translation>Wortgetreu aufbewahrt</translation>
    </message>
    <message>
        <source>Stored as received; this version has no clinical reading for their type</source>
        <translation>Wie empfangen gespeichert; für ihren Typ hat diese Version keine klinische Deutung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not stored; the reasons are below</source>
        <translation>Nicht gespeichert; die Gründe stehen unten</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>People this import brought something for</source>
        <translation>Personen, zu denen dieser Import etwas gebracht hat</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>type of record, how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1× %2</source>
        <comment>how many, what</comment>
        <translation>%1× %2</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the import report</source>
        <translation>Importbericht speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>chartline-import.txt</source>
        <translation>chartline-import.txt</translation>
    </message>
    <message>
        <source>The report has been saved.</source>
        <translation>Der Bericht wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: what of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportText</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 per second</source>
        <translation>%1 · %2 pro Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Datei</numerusform>
            <numerusform>bisher %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <translation>
            <numerusform>%1 von %Ln Datei</numerusform>
            <numerusform>%1 von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation>Import gestoppt</translation>
    </message>
    <message>
        <source>Nothing could be imported</source>
        <translation>Es konnte nichts importiert werden</translation>
    </message>
    <message>
        <source>There was nothing to import</source>
        <translation>Es gab nichts zu importieren</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Import finished, with something refused</source>
        <translation>Import abgeschlossen, einiges wurde abgelehnt</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Import abgeschlossen</translation>
    </message>
    <message>
        <source>What had been stored by then is kept and complete in itself. Import the same files again to go on.</source>
        <translation>Was bis dahin gespeichert wurde, bleibt erhalten und ist in sich vollständig. Importieren Sie dieselben Dateien erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>All of this was already in the vault, byte for byte. Nothing has changed.</source>
        <translation>All dies war bereits Byte für Byte im Tresor. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Everything that could be read is in the vault. What was refused is listed below with the reason.</source>
        <translation>Alles, was gelesen werden konnte, ist im Tresor. Was abgelehnt wurde, ist unten mit dem Grund aufgeführt.</translation>
    </message>
    <message>
        <source>No files were found there.</source>
        <translation>Dort wurden keine Dateien gefunden.</translation>
    </message>
    <message>
        <source>Every record is in the vault, with its source kept exactly as received.</source>
        <translation>Jeder Datensatz ist im Tresor; seine Quelle wird genau wie empfangen aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>place in file</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>a date that is no date</source>
        <translation>ein Datum, das kein Datum ist</translation>
    </message>
    <message>
        <source>a modifier this program does not know (marked “read the source”)</source>
        <translation>ein Modifikator, den dieses Programm nicht kennt (mit „Quelle lesen“ markiert)</translation>
    </message>
    <message>
        <source>an attachment that cannot be decoded</source>
        <translation>ein Anhang, der nicht dekodiert werden kann</translation>
    </message>
    <message>
        <source>a status that is not of the standard</source>
        <translation>ein Status, der nicht dem Standard entspricht</translation>
    </message>
    <message>
        <source>a number that is no number</source>
        <translation>eine Zahl, die keine Zahl ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Neue Datensätze</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Bereits vorhanden</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Kept as received, without a clinical reading</source>
        <translation>Wie empfangen aufbewahrt, ohne klinische Deutung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not fully understood (kept as received)</source>
        <translation>Nicht vollständig verstanden (wie empfangen aufbewahrt)</translation>
    </message>
    <message>
        <source>the picture is damaged: only a part of it can be shown</source>
        <translation>das Bild ist beschädigt: nur ein Teil davon kann gezeigt werden</translation>
    </message>
    <message>
        <source>the picture is damaged and cannot be shown</source>
        <translation>das Bild ist beschädigt und kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>a picture is described, but its pixels are missing</source>
        <translation>ein Bild ist beschrieben, aber seine Pixel fehlen</translation>
    </message>
    <message>
        <source>the pixels are on a server, not in the file</source>
        <translation>die Pixel liegen auf einem Server, nicht in der Datei</translation>
    </message>
    <message>
        <source>the size of the picture is not told</source>
        <translation>die Größe des Bildes ist nicht angegeben</translation>
    </message>
    <message>
        <source>the frames of the picture cannot be told apart</source>
        <translation>die Einzelbilder lassen sich nicht auseinanderhalten</translation>
    </message>
    <message>
        <source>the pixels are not written as the file says</source>
        <translation>die Pixel sind nicht so geschrieben, wie die Datei angibt</translation>
    </message>
    <message>
        <source>the pixels are written in a way that is not known</source>
        <translation>die Pixel sind auf unbekannte Weise geschrieben</translation>
    </message>
    <message>
        <source>the pixels are written in a way this version does not read</source>
        <translation>die Pixel sind auf eine Weise geschrieben, die diese Version nicht liest</translation>
    </message>
    <message>
        <source>a video, which this version does not play</source>
        <translation>ein Video, das diese Version nicht abspielt</translation>
    </message>
    <message>
        <source>a kind of pixels this version does not read</source>
        <translation>eine Art von Pixeln, die diese Version nicht liest</translation>
    </message>
    <message>
        <source>the picture is larger than this version reads</source>
        <translation>das Bild ist größer, als diese Version liest</translation>
    </message>
    <message>
        <source>what describes the picture contradicts itself</source>
        <translation>was das Bild beschreibt, widerspricht sich</translation>
    </message>
    <message>
        <source>the pixels end before the first picture</source>
        <translation>die Pixel enden vor dem ersten Bild</translation>
    </message>
    <message>
        <source>what describes the picture is missing</source>
        <translation>was das Bild beschreibt, fehlt</translation>
    </message>
    <message>
        <source>Kept as received, but not shown whole</source>
        <translation>Aufbewahrt wie empfangen, aber nicht ganz gezeigt</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::IntendedUse</name>
    <message>
        <source>For reviewing records that other systems hold, by clinicians. It changes nothing in those systems.</source>
        <translation>Zur Durchsicht von Akten, die andere Systeme führen, durch klinisch tätige Fachpersonen. Chartline ändert in jenen Systemen nichts.</translation>
    </message>
    <message>
        <source>Not for primary image diagnosis.</source>
        <translation>Nicht für die primäre Bilddiagnostik.</translation>
    </message>
    <message>
        <source>Alerts and summaries support clinical judgement. They never replace it, and their absence means nothing: what has not been received cannot be shown.</source>
        <translation>Warnhinweise und Zusammenfassungen unterstützen das klinische Urteil. Sie ersetzen es nie, und ihr Fehlen besagt nichts: Was nicht empfangen wurde, kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>Every fact opens the source it came from. When in doubt, read the source.</source>
        <translation>Jeder Eintrag öffnet die Quelle, aus der er stammt. Lesen Sie im Zweifel die Quelle.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::KindText</name>
    <message>
        <source>Condition</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>Medikament</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Vital sign</source>
        <translation>Vitalzeichen</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>Impfung</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation>Bildgebungsstudie</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Behandlungsplan</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>Familienanamnese</translation>
    </message>
    <message>
        <source>Social history</source>
        <translation>Sozialanamnese</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Referral or order</source>
        <translation>Überweisung oder Anforderung</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>Vitalzeichen</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Prozeduren</translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation>Impfungen</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Bildgebung</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Care plans</source>
        <translation>Behandlungspläne</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Referrals and orders</source>
        <translation>Überweisungen und Anforderungen</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MainWindow</name>
    <message numerus="yes">
        <source>Locked after %n minute(s) without use.</source>
        <translation>
            <numerusform>Nach %n Minute ohne Benutzung gesperrt.</numerusform>
            <numerusform>Nach %n Minuten ohne Benutzung gesperrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation>Chartline</translation>
    </message>
    <message>
        <source>%1 – Chartline</source>
        <translation>%1 – Chartline</translation>
    </message>
    <message>
        <source>Health data and images (*.json *.ndjson *.xml *.zip *.dcm *.dicom DICOMDIR)</source>
        <translation>Gesundheitsdaten und Bilder (*.json *.ndjson *.xml *.zip *.dcm *.dicom DICOMDIR)</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MatchText</name>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Weiterer Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Namenszusatz</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Could be a relative</source>
        <translation>Vielleicht verwandt</translation>
    </message>
    <message>
        <source>Not known on both sides</source>
        <translation>Nicht auf beiden Seiten bekannt</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Another spelling of the same</source>
        <translation>Andere Schreibweise desselben</translation>
    </message>
    <message>
        <source>Short or foreign form</source>
        <translation>Kurzform oder fremdsprachige Form</translation>
    </message>
    <message>
        <source>One letter apart</source>
        <translation>Ein Buchstabe verschieden</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Sounds alike</source>
        <translation>Klingt gleich</translation>
    </message>
    <message>
        <source>Initial only</source>
        <translation>Nur der Anfangsbuchstabe</translation>
    </message>
    <message>
        <source>Beginning of the other</source>
        <translation>Anfang des anderen</translation>
    </message>
    <message>
        <source>Part of a double name, or a maiden name</source>
        <translation>Teil eines Doppelnamens oder Geburtsname</translation>
    </message>
    <message>
        <source>The other’s middle name</source>
        <translation>Weiterer Vorname des anderen</translation>
    </message>
    <message>
        <source>Given and family name swapped</source>
        <translation>Vor- und Familienname vertauscht</translation>
    </message>
    <message>
        <source>Day and month swapped</source>
        <translation>Tag und Monat vertauscht</translation>
    </message>
    <message>
        <source>One digit differs</source>
        <translation>Eine Ziffer verschieden</translation>
    </message>
    <message>
        <source>Two digits swapped</source>
        <translation>Zwei Ziffern vertauscht</translation>
    </message>
    <message>
        <source>Two of day, month and year are the same</source>
        <translation>Zwei von Tag, Monat und Jahr gleich</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Nah beieinander</translation>
    </message>
    <message>
        <source>Only the year is the same</source>
        <translation>Nur das Jahr gleich</translation>
    </message>
    <message>
        <source>The same as far as it is known</source>
        <translation>Gleich, so weit bekannt</translation>
    </message>
    <message>
        <source>Both 1 January: perhaps not the true date</source>
        <translation>Beide 1. Januar: vielleicht nicht das wahre Datum</translation>
    </message>
    <message>
        <source>One is 1 January of the same year</source>
        <translation>Eines ist der 1. Januar desselben Jahres</translation>
    </message>
    <message>
        <source>The same house</source>
        <translation>Dasselbe Haus</translation>
    </message>
    <message>
        <source>The same street</source>
        <translation>Dieselbe Straße</translation>
    </message>
    <message>
        <source>The same place</source>
        <translation>Derselbe Ort</translation>
    </message>
    <message>
        <source>The same name before the @</source>
        <translation>Derselbe Name vor dem @</translation>
    </message>
    <message>
        <source>Only the same provider</source>
        <translation>Nur derselbe Anbieter</translation>
    </message>
    <message>
        <source>The last digits are the same</source>
        <translation>Die letzten Ziffern gleich</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Could be twins: family name, birth date and home are the same, the given names are not.</source>
        <translation>Könnten Zwillinge sein: Familienname, Geburtsdatum und Wohnung sind gleich, die Vornamen nicht.</translation>
    </message>
    <message>
        <source>Could be parent and child of the same name.</source>
        <translation>Könnten Elternteil und Kind desselben Namens sein.</translation>
    </message>
    <message>
        <source>A newborn without a name yet: could be a sibling or a twin.</source>
        <translation>Ein Neugeborenes noch ohne Namen: könnte ein Geschwister oder ein Zwilling sein.</translation>
    </message>
    <message>
        <source>The sources give different sexes.</source>
        <translation>Die Quellen nennen verschiedene Geschlechter.</translation>
    </message>
    <message>
        <source>The same office has given them different numbers.</source>
        <translation>Dieselbe Stelle hat ihnen verschiedene Nummern gegeben.</translation>
    </message>
    <message>
        <source>One of them has no usable name.</source>
        <translation>Eines von beiden hat keinen brauchbaren Namen.</translation>
    </message>
    <message>
        <source>They share a number, but names and birth date are those of two people.</source>
        <translation>Sie haben eine Nummer gemeinsam, aber Namen und Geburtsdatum sind die zweier Personen.</translation>
    </message>
    <message>
        <source>One person: a shared number, and nothing against it (%1)</source>
        <translation>Eine Person: eine gemeinsame Nummer, und nichts spricht dagegen (%1)</translation>
    </message>
    <message>
        <source>Almost certainly one person (%1)</source>
        <translation>Fast sicher eine Person (%1)</translation>
    </message>
    <message>
        <source>Very likely one person (%1)</source>
        <translation>Sehr wahrscheinlich eine Person (%1)</translation>
    </message>
    <message>
        <source>Likelier one person than two (%1)</source>
        <translation>Eher eine Person als zwei (%1)</translation>
    </message>
    <message>
        <source>Perhaps one person (%1)</source>
        <translation>Vielleicht eine Person (%1)</translation>
    </message>
    <message>
        <source>Unlikely to be one person (%1)</source>
        <translation>Kaum eine Person (%1)</translation>
    </message>
    <message>
        <source>%1 (born %2)</source>
        <comment>family and maiden name</comment>
        <translation>%1 (geborene %2)</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureController</name>
    <message>
        <source>%1 · here at the aligned place</source>
        <translation>%1 · hier am ausgerichteten Ort</translation>
    </message>
    <message>
        <source>Name of the finding</source>
        <translation>Name des Befunds</translation>
    </message>
    <message>
        <source>Name, as it is followed through the studies:</source>
        <translation>Name, unter dem er durch die Untersuchungen verfolgt wird:</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>Messungen exportieren</translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm)</source>
        <translation>Strukturierter DICOM-Bericht (*.dcm)</translation>
    </message>
    <message>
        <source>Open the study first: the report takes the patient and the study from its images.</source>
        <translation>Öffnen Sie zuerst die Untersuchung: der Bericht übernimmt Patient und Untersuchung von ihren Bildern.</translation>
    </message>
    <message>
        <source>No report could be made of these measurements (%1).</source>
        <translation>Aus diesen Messungen ließ sich kein Bericht machen (%1).</translation>
    </message>
    <message>
        <source>The report could not be written: %1</source>
        <translation>Der Bericht konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasurePanel</name>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Name…</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Go to the slice it is on (Enter)</source>
        <translation>Zur Schicht gehen, auf der sie liegt (Eingabe)</translation>
    </message>
    <message>
        <source>Give it a name (F2)</source>
        <translation>Einen Namen geben (F2)</translation>
    </message>
    <message>
        <source>Follow it through the studies as one finding</source>
        <translation>Als einen Befund durch die Untersuchungen verfolgen</translation>
    </message>
    <message>
        <source>Remove it (Delete); who removed it and when is kept</source>
        <translation>Entfernen (Entf); wer sie wann entfernt hat, bleibt aufbewahrt</translation>
    </message>
    <message>
        <source>Bring back what was removed last (Ctrl+Z)</source>
        <translation>Zuletzt Entferntes zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <source>Save the measurements of this study as a DICOM structured report</source>
        <translation>Die Messungen dieser Untersuchung als strukturierten DICOM-Bericht sichern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New finding…</source>
        <translation>Neuer Befund…</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Kein Befund</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Neuer Befund</translation>
    </message>
    <message>
        <source>Name, as it is followed through the studies:</source>
        <translation>Name, unter dem er durch die Untersuchungen verfolgt wird:</translation>
    </message>
    <message>
        <source>Name of the measurement</source>
        <translation>Name der Messung</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureSet</name>
    <message>
        <source>The measurement was not saved. %1</source>
        <translation>Die Messung wurde nicht gesichert. %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureText</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Long and short axis</source>
        <translation>Lange und kurze Achse</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation>Mittel %1 · SD %2</translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation>min %1 · max %2</translation>
    </message>
    <message>
        <source>area %1 · %2 pixels</source>
        <translation>Fläche %1 · %2 Pixel</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>Fläche %1</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureTool</name>
    <message>
        <source>values of the slice, not of the slab</source>
        <translation>Werte der Schicht, nicht des Blocks</translation>
    </message>
    <message>
        <source>values of another point in time</source>
        <translation>Werte eines anderen Zeitpunkts</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MedicationsModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>group of drugs, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier changes</source>
        <translation>
            <numerusform>%n frühere Änderung</numerusform>
            <numerusform>%n frühere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>no date told</source>
        <translation>kein Datum angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n more sources</source>
        <translation>
            <numerusform>%n weitere Quelle</numerusform>
            <numerusform>%n weitere Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Arzneimittel</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Eingenommen</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Abgaben</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Was die Quellen sagen</translation>
    </message>
    <message>
        <source>Not fully checked</source>
        <translation>Nicht ganz geprüft</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MedicationsPage</name>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Filter: drug, source, word</source>
        <translation>Filter: Mittel, Quelle, Wort</translation>
    </message>
    <message>
        <source>Filter the medications</source>
        <translation>Medikamente filtern</translation>
    </message>
    <message>
        <source>Check a drug…</source>
        <translation>Mittel prüfen…</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>Keine Akte ist geöffnet</translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation>Wählen Sie eine Person in der Patientenliste.</translation>
    </message>
    <message>
        <source>Checking drugs…</source>
        <translation>Arzneimittel werden geprüft…</translation>
    </message>
    <message>
        <source>Reading the medications…</source>
        <translation>Medikamente werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing was checked</source>
        <translation>Nichts wurde geprüft</translation>
    </message>
    <message>
        <source>The medications could not be read</source>
        <translation>Die Medikamente konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No medications have been received</source>
        <translation>Es wurden keine Medikamente empfangen</translation>
    </message>
    <message>
        <source>None of the sources says anything about drugs. This is not the same as taking none.</source>
        <translation>Keine der Quellen sagt etwas über Arzneimittel. Das heißt nicht, dass keine eingenommen werden.</translation>
    </message>
    <message>
        <source>No medication passes the filter</source>
        <translation>Kein Medikament entspricht dem Filter</translation>
    </message>
    <message>
        <source>The record has medications, but none with these words.</source>
        <translation>Die Akte enthält Medikamente, aber keines mit diesen Wörtern.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::NavigationBar</name>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Akte</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Choose a patient first</source>
        <translation>Wählen Sie zuerst einen Patienten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::NewPassphraseForm</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Stärke der Passphrase</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation>Vier oder mehr Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters.</source>
        <translation>
            <numerusform>Zu kurz: mindestens %n Zeichen.</numerusform>
            <numerusform>Zu kurz: mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: easy to guess. Add words that do not belong together.</source>
        <translation>Schwach: leicht zu erraten. Fügen Sie Wörter hinzu, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>Fair: another word or two would make it good.</source>
        <translation>Mittel: Ein oder zwei weitere Wörter würden sie gut machen.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Gut.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden Eingaben stimmen noch nicht überein.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ObjectLayers</name>
    <message>
        <source>Segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>no pixels</source>
        <translation>keine Pixel</translation>
    </message>
    <message>
        <source>%1 ml</source>
        <translation>%1 ml</translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>no contours</source>
        <translation>keine Konturen</translation>
    </message>
    <message numerus="yes">
        <source>%n contour(s)</source>
        <translation>
            <numerusform>%n Kontur</numerusform>
            <numerusform>%n Konturen</numerusform>
        </translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Key image: %1</source>
        <translation>Schlüsselbild: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::OverlayList</name>
    <message>
        <source>Shown over the images</source>
        <translation>Über den Bildern gezeigt</translation>
    </message>
    <message>
        <source>Reading more…</source>
        <translation>Wird weiter gelesen…</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Darstellungszustand</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message numerus="yes">
        <source>Next key image (K) · %n in all</source>
        <translation>
            <numerusform>Nächstes Schlüsselbild (K) · %n insgesamt</numerusform>
            <numerusform>Nächstes Schlüsselbild (K) · %n insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · not of the series shown, or in another space</source>
        <translation>%1 · nicht zur gezeigten Serie oder in einem anderen Raum</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message numerus="yes">
        <source>…and %n more</source>
        <translation>
            <numerusform>…und %n weiteres</numerusform>
            <numerusform>…und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>A segmentation cannot be shown: %1</source>
        <translation>Eine Segmentierung kann nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>A segmentation in fractions is shown where it is at least %1 %.</source>
        <translation>Eine Segmentierung in Anteilen wird gezeigt, wo sie mindestens %1 % ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of a segmentation could be read only in part.</source>
        <translation>
            <numerusform>%n Bild einer Segmentierung ließ sich nur zum Teil lesen.</numerusform>
            <numerusform>%n Bilder einer Segmentierung ließen sich nur zum Teil lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of a segmentation could not be read.</source>
        <translation>
            <numerusform>%n Bild einer Segmentierung ließ sich nicht lesen.</numerusform>
            <numerusform>%n Bilder einer Segmentierung ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A segmentation has pixels of %n segment(s) that it does not describe.</source>
        <translation>
            <numerusform>Eine Segmentierung hat Pixel von %n Segment, das sie nicht beschreibt.</numerusform>
            <numerusform>Eine Segmentierung hat Pixel von %n Segmenten, die sie nicht beschreibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The frames of a segmentation do not lie on a regular grid; each is shown in its own thickness.</source>
        <translation>Die Bilder einer Segmentierung liegen nicht in einem regelmäßigen Gitter; jedes wird in seiner eigenen Dicke gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n overlapping segment(s) were left out.</source>
        <translation>
            <numerusform>%n überlappendes Segment wurde weggelassen.</numerusform>
            <numerusform>%n überlappende Segmente wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The presentation state has a presentation table, which is not applied.</source>
        <translation>Der Darstellungszustand hat eine Präsentationstabelle, die nicht angewandt wird.</translation>
    </message>
    <message>
        <source>The presentation state has a modality table of its own, which is not applied.</source>
        <translation>Der Darstellungszustand hat eine eigene Modalitätstabelle, die nicht angewandt wird.</translation>
    </message>
    <message>
        <source>The presentation state has bitmap overlays, which are not shown.</source>
        <translation>Der Darstellungszustand hat Bitmap-Überlagerungen, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The presentation state has a bitmap shutter, which is not applied.</source>
        <translation>Der Darstellungszustand hat eine Bitmap-Blende, die nicht angewandt wird.</translation>
    </message>
    <message>
        <source>The presentation state subtracts a mask, which is not done here.</source>
        <translation>Der Darstellungszustand zieht eine Maske ab, was hier nicht geschieht.</translation>
    </message>
    <message>
        <source>The presentation state is in pseudo-colour; it is shown in grey.</source>
        <translation>Der Darstellungszustand ist in Falschfarben; er wird in Grau gezeigt.</translation>
    </message>
    <message>
        <source>The presentation state&apos;s window is in other values than the images are shown in; it is not applied.</source>
        <translation>Das Fenster des Presentation State gilt für andere Werte, als die Bilder zeigen; es wird nicht angewendet.</translation>
    </message>
    <message>
        <source>The presentation state has a contrast table; its range is shown as a window.</source>
        <translation>Der Presentation State hat eine Kontrasttabelle; ihr Wertebereich wird als Fenster gezeigt.</translation>
    </message>
    <message>
        <source>The presentation state has a contrast that cannot be read.</source>
        <translation>Der Presentation State hat einen Kontrast, der nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The presentation state asks for true size; the image is fitted instead.</source>
        <translation>Der Presentation State verlangt die wahre Größe; das Bild wird stattdessen eingepasst.</translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square, which is not applied.</source>
        <translation>Der Presentation State verlangt nicht quadratische Pixel; das wird nicht angewendet.</translation>
    </message>
    <message>
        <source>The presentation state has graphics in the whole slide&apos;s pixels; they may lie elsewhere.</source>
        <translation>Der Presentation State hat Grafik in den Pixeln des ganzen Objektträgers; sie kann woanders liegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n graphic(s) of the presentation state cannot be read and are not shown.</source>
        <translation>
            <numerusform>%n Grafik des Presentation State ist nicht lesbar und wird nicht gezeigt.</numerusform>
            <numerusform>%n Grafiken des Presentation State sind nicht lesbar und werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contour sequence(s) belong to no region that is described; they are not shown.</source>
        <translation>
            <numerusform>%n Konturfolge gehört zu keiner beschriebenen Region; sie wird nicht gezeigt.</numerusform>
            <numerusform>%n Konturfolgen gehören zu keiner beschriebenen Region; sie werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) share their number with another one; contours may be with the wrong name.</source>
        <translation>
            <numerusform>%n Region hat dieselbe Nummer wie eine andere; Konturen können beim falschen Namen stehen.</numerusform>
            <numerusform>%n Regionen haben dieselbe Nummer wie eine andere; Konturen können beim falschen Namen stehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::OverviewStrip</name>
    <message>
        <source>Overview of the whole life</source>
        <translation>Überblick über das ganze Leben</translation>
    </message>
    <message>
        <source>The whole life. Drag the window to move, its edges to zoom; double click shows everything.</source>
        <translation>Das ganze Leben. Ziehen Sie das Fenster, um es zu verschieben, und seine Ränder, um zu zoomen; ein Doppelklick zeigt alles.</translation>
    </message>
    <message>
        <source>Whole life</source>
        <translation>Ganzes Leben</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PassphraseField</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint eingeschaltet zu sein.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PatientListModel</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Latest entry</source>
        <translation>Neuester Eintrag</translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation>Kein Patient genannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of identifier, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>source</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>administrative gender</comment>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>administrative gender</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>died</source>
        <translation>verstorben</translation>
    </message>
    <message>
        <source>died at %1</source>
        <comment>age</comment>
        <translation>verstorben mit %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fact(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PatientsPage</name>
    <message>
        <source>Reading the patients…</source>
        <translation>Patienten werden gelesen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Name, birth date or identifier</source>
        <translation>Name, Geburtsdatum oder Kennung</translation>
    </message>
    <message>
        <source>Search patients</source>
        <translation>Patienten suchen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>or load the demonstration patients</source>
        <translation>oder die Demonstrationspatienten laden</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>Noch keine Patienten</translation>
    </message>
    <message>
        <source>Patients appear here as soon as their records are stored.</source>
        <translation>Patienten erscheinen hier, sobald ihre Datensätze gespeichert sind.</translation>
    </message>
    <message>
        <source>Drop FHIR files, folders or ZIP archives anywhere on this window.</source>
        <translation>Ziehen Sie FHIR-Dateien, Ordner oder ZIP-Archive an eine beliebige Stelle dieses Fensters.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation>
            <numerusform>%Ln Patient</numerusform>
            <numerusform>%Ln Patienten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody matches “%1”</source>
        <translation>Niemand entspricht „%1“</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PersonBanner</name>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Active problems</source>
        <translation>Aktive Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n linked identities</source>
        <translation>
            <numerusform>%n verknüpfte Identität</numerusform>
            <numerusform>%n verknüpfte Identitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n linked identities</source>
        <comment>first identifier, number of identities</comment>
        <translation>
            <numerusform>%1 · %n verknüpfte Identität</numerusform>
            <numerusform>%1 · %n verknüpfte Identitäten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecordView</name>
    <message>
        <source>Nothing has been received about %1 yet</source>
        <translation>Über %1 wurde noch nichts empfangen</translation>
    </message>
    <message>
        <source>The person is known, but no source has said anything about conditions, medications, results or anything else.</source>
        <translation>Die Person ist bekannt, aber keine Quelle hat Angaben zu Problemen, Medikamenten, Ergebnissen oder anderem gemacht.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>No entry passes the filter</source>
        <translation>Kein Eintrag entspricht dem Filter</translation>
    </message>
    <message>
        <source>The record has entries, but none of these kinds, sources and words.</source>
        <translation>Die Akte hat Einträge, aber keinen, der diesen Arten, Quellen und Wörtern entspricht.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Opening the record…</source>
        <translation>Akte wird geöffnet…</translation>
    </message>
    <message>
        <source>The record could not be opened</source>
        <translation>Die Akte konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation>Keine Akte ist geöffnet</translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation>Wählen Sie eine Person in der Patientenliste.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecoveryKeyPage</name>
    <message>
        <source>I have printed or saved the key and put it in a safe place</source>
        <translation>Ich habe den Schlüssel gedruckt oder gespeichert und an einen sicheren Ort gelegt</translation>
    </message>
    <message>
        <source>Keep your recovery key</source>
        <translation>Bewahren Sie Ihren Wiederherstellungsschlüssel auf</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, this key is the only way to the records. It is shown this one time and stored nowhere.</source>
        <translation>Wenn die Passphrase vergessen wird, ist dieser Schlüssel der einzige Weg zu den Akten. Er wird nur dieses eine Mal angezeigt und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In Datei speichern…</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <translation>Gruppe %1: %2</translation>
    </message>
    <message>
        <source>To be sure it was noted, type group %1 from your copy</source>
        <translation>Geben Sie zur Kontrolle, dass er notiert wurde, Gruppe %1 von Ihrer Kopie ein</translation>
    </message>
    <message>
        <source>Chartline recovery key</source>
        <translation>Chartline-Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>The printer did not take the page. Try again, or save the key to a file.</source>
        <translation>Der Drucker hat die Seite nicht angenommen. Versuchen Sie es erneut oder speichern Sie den Schlüssel in einer Datei.</translation>
    </message>
    <message>
        <source>Sent to the printer. Check the paper before going on.</source>
        <translation>An den Drucker gesendet. Prüfen Sie den Ausdruck, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>chartline-recovery-key.txt</source>
        <translation>chartline-wiederherstellungsschluessel.txt</translation>
    </message>
    <message>
        <source>Saved. Keep the file away from this computer, on a stick in a safe place.</source>
        <translation>Gespeichert. Bewahren Sie die Datei getrennt von diesem Computer auf, auf einem USB-Stick an einem sicheren Ort.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecoverySheet</name>
    <message>
        <source>Vault: %1</source>
        <translation>Tresor: %1</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>This key opens the patient records in this vault without the passphrase. Keep it where you keep other confidential papers, apart from the computer. Whoever has it and the computer can read every record.</source>
        <translation>Dieser Schlüssel öffnet die Patientenakten in diesem Tresor ohne die Passphrase. Bewahren Sie ihn dort auf, wo Sie andere vertrauliche Unterlagen aufbewahren, getrennt vom Computer. Wer ihn und den Computer hat, kann jede Akte lesen.</translation>
    </message>
    <message>
        <source>To use it: start Chartline, choose “Forgot the passphrase?” on the unlock screen, type the key and choose a new passphrase. Small and capital letters are the same; dashes may be left out.</source>
        <translation>So verwenden Sie ihn: Starten Sie Chartline, wählen Sie auf dem Entsperrbildschirm „Passphrase vergessen?“, geben Sie den Schlüssel ein und wählen Sie eine neue Passphrase. Groß- und Kleinbuchstaben gelten als gleich; Bindestriche können weggelassen werden.</translation>
    </message>
    <message>
        <source>Without the passphrase and without this key the records cannot be read by anyone, nor restored by the makers of Chartline.</source>
        <translation>Ohne die Passphrase und ohne diesen Schlüssel können die Akten von niemandem gelesen und auch von den Herstellern von Chartline nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Chartline recovery key</source>
        <translation>Chartline-Wiederherstellungsschlüssel</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ReportItems</name>
    <message>
        <source>[only the first %1 of %2 are shown here]</source>
        <translation>[hier nur die ersten %1 von %2]</translation>
    </message>
    <message>
        <source>This document was received, but cannot be decoded: its data are not base64.</source>
        <translation>Dieses Dokument wurde empfangen, lässt sich aber nicht dekodieren: Seine Daten sind kein Base64.</translation>
    </message>
    <message>
        <source>This document is not part of what was received; or it was, and cannot be decoded. Its source says where it is: %1</source>
        <translation>Dieses Dokument gehört nicht zum Empfangenen, oder es lässt sich nicht dekodieren. Seine Quelle nennt den Ort: %1</translation>
    </message>
    <message>
        <source>This document has not been received: its source names it without sending its content.</source>
        <translation>Dieses Dokument wurde nicht empfangen: Seine Quelle nennt es, ohne den Inhalt zu senden.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation>nicht dekodierbar</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Documents of this kind are not shown here (%1, %2). Save it to see it with another program.</source>
        <translation>Dokumente dieser Art werden hier nicht gezeigt (%1, %2). Speichern Sie es, um es mit einem anderen Programm zu sehen.</translation>
    </message>
    <message>
        <source>of an unknown type</source>
        <translation>von unbekannter Art</translation>
    </message>
    <message>
        <source>Words of the record</source>
        <translation>Worte der Akte</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ReportPane</name>
    <message>
        <source>Report</source>
        <translation>Befundbericht</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>Bericht schließen</translation>
    </message>
    <message>
        <source>Close the report (Esc)</source>
        <translation>Bericht schließen (Esc)</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Text des Berichts</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter…</translation>
    </message>
    <message>
        <source>Show on the timeline</source>
        <translation>Auf der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>There are no words in this document: its pages are pictures.</source>
        <translation>In diesem Dokument stehen keine Wörter: seine Seiten sind Bilder.</translation>
    </message>
    <message>
        <source>As pages</source>
        <translation>Als Seiten</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie sichern</translation>
    </message>
    <message>
        <source>Save outside the vault</source>
        <translation>Außerhalb des Tresors sichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gesichert: %1</translation>
    </message>
    <message>
        <source>Document of this report</source>
        <translation>Dokument dieses Befundes</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>The pages of this document cannot be drawn: %1.</source>
        <translation>Die Seiten dieses Dokuments können nicht gezeichnet werden: %1.</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>Text wird gelesen…</translation>
    </message>
    <message>
        <source>There are no words on the first %1 of %2 pages: they are pictures.</source>
        <translation>Auf den ersten %1 von %2 Seiten stehen keine Wörter: Sie sind Bilder.</translation>
    </message>
    <message>
        <source>[first %1 of %2 pages]</source>
        <translation>[erste %1 von %2 Seiten]</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 pages are shown here; save the document to see them all.</source>
        <translation>Hier sind nur die ersten %1 von %2 Seiten zu sehen; speichern Sie das Dokument, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Form fields of this document are not drawn here; save it to see them.</source>
        <translation>Formularfelder dieses Dokuments werden hier nicht gezeichnet; speichern Sie es, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Notes or attached files of this document are not shown here; save it to see them.</source>
        <translation>Notizen oder angehängte Dateien dieses Dokuments werden hier nicht gezeigt; speichern Sie es, um sie zu sehen.</translation>
    </message>
    <message>
        <source>This document may have form fields or notes that are not drawn here; save it to see them.</source>
        <translation>Dieses Dokument hat vielleicht Formularfelder oder Notizen, die hier nicht gezeichnet werden; speichern Sie es, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Some characters of this document may be missing or wrong here; save it to see them all.</source>
        <translation>Einige Zeichen dieses Dokuments können hier fehlen oder falsch sein; speichern Sie es, um alle zu sehen.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SafetyPane</name>
    <message>
        <source>Medication safety</source>
        <translation>Arzneimittelsicherheit</translation>
    </message>
    <message>
        <source>Show the safety cards</source>
        <translation>Sicherheitshinweise zeigen</translation>
    </message>
    <message>
        <source>Fold the safety cards</source>
        <translation>Sicherheitshinweise einklappen</translation>
    </message>
    <message>
        <source>Checking drugs…</source>
        <translation>Arzneimittel werden geprüft…</translation>
    </message>
    <message>
        <source>Nothing was checked</source>
        <translation>Nichts wurde geprüft</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Acknowledged (%1)</source>
        <translation>Bestätigt (%1)</translation>
    </message>
    <message>
        <source>Show minor (%1)</source>
        <translation>Geringfügige zeigen (%1)</translation>
    </message>
    <message>
        <source>Hide minor (%1)</source>
        <translation>Geringfügige ausblenden (%1)</translation>
    </message>
    <message>
        <source>None of the sources says that a drug is taken now. This is not the same as taking none.</source>
        <translation>Keine der Quellen gibt an, dass jetzt ein Arzneimittel eingenommen wird. Das heißt nicht, dass keines eingenommen wird.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SearchModel</name>
    <message>
        <source>This record</source>
        <translation>Diese Akte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Other patients</source>
        <translation>Andere Patienten</translation>
    </message>
    <message>
        <source>All patients</source>
        <translation>Alle Patienten</translation>
    </message>
    <message>
        <source>Withdrawn: entered in error</source>
        <translation>Zurückgezogen: irrtümlich erfasst</translation>
    </message>
    <message>
        <source>Withdrawn: refuted</source>
        <translation>Zurückgezogen: widerlegt</translation>
    </message>
    <message>
        <source>Read the source</source>
        <translation>Quelle lesen</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SearchPalette</name>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Esc closes</source>
        <translation>↑ ↓ auswählen   ·   Enter öffnet   ·   Esc schließt</translation>
    </message>
    <message>
        <source>Search: metformin, creatinine &gt; 1.5, &quot;chest pain&quot;, kind:imaging…</source>
        <translation>Suche: Metformin, Kreatinin &gt; 1,5, &quot;Schmerzen in der Brust&quot;, kind:imaging…</translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation>Alle Akten durchsuchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Finds words in names, results, notes, documents and codes of every record in the vault.</source>
        <translation>Findet Wörter in Namen, Ergebnissen, Notizen, Dokumenten und Codes jeder Akte im Tresor.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Nothing found. Every word must match the beginning of a word in the record.</source>
        <translation>Nichts gefunden. Jedes Wort muss mit dem Anfang eines Wortes in der Akte übereinstimmen.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SeriesTile</name>
    <message>
        <source>Series %1, %2, %3</source>
        <translation>Serie %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Lock when not used for</source>
        <translation>Bei Nichtbenutzung sperren nach</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Read-only: nothing can be imported or changed.</source>
        <translation>Schreibgeschützt: Es kann nichts importiert oder geändert werden.</translation>
    </message>
    <message>
        <source>Encrypted. Copy the whole folder to move it.</source>
        <translation>Verschlüsselt. Kopieren Sie den ganzen Ordner, um den Tresor an einen anderen Ort zu verlegen.</translation>
    </message>
    <message>
        <source>The passphrase has been changed. The old one no longer opens the vault.</source>
        <translation>Die Passphrase wurde geändert. Die alte öffnet den Tresor nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SetupWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>First records</source>
        <translation>Erste Akten</translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation>Chartline</translation>
    </message>
    <message>
        <source>One record, from every system</source>
        <translation>Eine Akte, aus jedem System</translation>
    </message>
    <message>
        <source>Chartline gathers a patient&apos;s records from the files of different systems and shows them as one. Everything stays on this computer, encrypted; nothing is sent anywhere.</source>
        <translation>Chartline trägt die Datensätze eines Patienten aus den Dateien verschiedener Systeme zusammen und zeigt sie als eine Akte. Alles bleibt verschlüsselt auf diesem Computer; nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Zweckbestimmung</translation>
    </message>
    <message>
        <source>I have read what Chartline is for</source>
        <translation>Ich habe die Zweckbestimmung von Chartline gelesen</translation>
    </message>
    <message>
        <source>The vault will be created in %1</source>
        <translation>Der Tresor wird in %1 erstellt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Passphrase wählen</translation>
    </message>
    <message>
        <source>It locks the records of all patients on this computer. It is asked for at every start and after a pause.</source>
        <translation>Sie sperrt die Akten aller Patienten auf diesem Computer. Sie wird bei jedem Start und nach einer Pause abgefragt.</translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation>Tresor wird erstellt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation>Tresor erstellen</translation>
    </message>
    <message>
        <source>The vault is ready</source>
        <translation>Der Tresor ist bereit</translation>
    </message>
    <message>
        <source>What would you like to see first? More can be added at any time, by dropping files on the window.</source>
        <translation>Was möchten Sie zuerst sehen? Weiteres kann jederzeit hinzugefügt werden, indem Sie Dateien auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Demonstration patients</source>
        <translation>Demonstrationspatienten</translation>
    </message>
    <message>
        <source>Three invented patients with long records, to look around with.</source>
        <translation>Drei erfundene Patienten mit langen Akten, zum Umsehen.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>FHIR files (JSON, XML, NDJSON) or ZIP archives of them.</source>
        <translation>FHIR-Dateien (JSON, XML, NDJSON) oder ZIP-Archive davon.</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Everything in it that is health data; the rest is named in the report.</source>
        <translation>Alles darin, was Gesundheitsdaten sind; der Rest wird im Bericht genannt.</translation>
    </message>
    <message>
        <source>Start with an empty vault</source>
        <translation>Mit leerem Tresor beginnen</translation>
    </message>
    <message>
        <source>Go to the patient list.</source>
        <translation>Weiter zur Patientenliste.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Shift+Tab</source>
        <translation>Umschalt+Tab</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Nächstes und vorheriges Bedienelement</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SourceDialog</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Wie empfangen</translation>
    </message>
    <message>
        <source>Source, indented</source>
        <translation>Quelle, eingerückt</translation>
    </message>
    <message>
        <source>Source, as received</source>
        <translation>Quelle, wie empfangen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as received…</source>
        <translation>Wie empfangen speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>type and id of a record</comment>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown; save it to see all</source>
        <translation>nur der Anfang wird angezeigt; speichern Sie die Quelle, um alles zu sehen</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Save as received</source>
        <translation>Wie empfangen speichern</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Speichern nicht möglich: %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SourcesPage</name>
    <message>
        <source>Systems whose records are in the vault</source>
        <translation>Systeme, deren Datensätze im Tresor sind</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>None yet. Each system whose files are imported appears here by name, with a colour of its own.</source>
        <translation>Noch keine. Jedes System, dessen Dateien importiert werden, erscheint hier mit Namen und eigener Farbe.</translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation>Unbenannte Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fact(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StackBar</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Parts of the series</source>
        <translation>Teile der Serie</translation>
    </message>
    <message>
        <source>Part of the series</source>
        <translation>Teil der Serie</translation>
    </message>
    <message>
        <source>Point in time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Show the points in time one after the other</source>
        <translation>Die Zeitpunkte nacheinander zeigen</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>Localiser, %n picture(s)</source>
        <translation>
            <numerusform>Lokalisator, %n Bild</numerusform>
            <numerusform>Lokalisator, %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loop of %n frame(s)</source>
        <translation>
            <numerusform>Schleife aus %n Bild</numerusform>
            <numerusform>Schleife aus %n Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronar</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>oblique</source>
        <translation>schräg</translation>
    </message>
    <message numerus="yes">
        <source>Volume, %1, %n slice(s) every %2 mm</source>
        <translation>
            <numerusform>Volumen, %1, %n Schicht, alle %2 mm</numerusform>
            <numerusform>Volumen, %1, %n Schichten, alle %2 mm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Zeitpunkt</numerusform>
            <numerusform>%n Zeitpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>b = %1 s/mm²</source>
        <translation>b = %1 s/mm²</translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation>Richtung %1</translation>
    </message>
    <message>
        <source>echo at %1 ms</source>
        <translation>Echo bei %1 ms</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>Zeit %1</translation>
    </message>
    <message>
        <source>phase at %1 ms</source>
        <translation>Phase bei %1 ms</translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation>Aufnahme %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyObjects</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n object(s) of it are not read here: there are too many.</source>
        <translation>
            <numerusform>%1: %n Objekt davon wird hier nicht gelesen: Es sind zu viele.</numerusform>
            <numerusform>%1: %n Objekte davon werden hier nicht gelesen: Es sind zu viele.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyPanel</name>
    <message>
        <source>Studies</source>
        <translation>Untersuchungen</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>prior</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>Current study</source>
        <translation>Aktuelle Untersuchung</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>No other study with images is in this record.</source>
        <translation>Keine andere Untersuchung mit Bildern ist in dieser Akte.</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with %1, %2</source>
        <translation>Vergleichen mit %1, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation>%1, %2 öffnen</translation>
    </message>
    <message>
        <source>The record on %1</source>
        <translation>Die Akte am %1</translation>
    </message>
    <message>
        <source>The record on that day</source>
        <translation>Die Akte an diesem Tag</translation>
    </message>
    <message>
        <source>Nothing else is recorded on that day.</source>
        <translation>Sonst ist an diesem Tag nichts verzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>…and %n more in the record</source>
        <translation>
            <numerusform>…und %n weiterer Eintrag in der Akte</numerusform>
            <numerusform>…und %n weitere in der Akte</numerusform>
        </translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation>Nicht zur Primärbefundung</translation>
    </message>
    <message>
        <source>For reviewing. This display is not calibrated.</source>
        <translation>Zur Durchsicht. Dieser Bildschirm ist nicht kalibriert.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyText</name>
    <message>
        <source>Study without a description</source>
        <translation>Untersuchung ohne Beschreibung</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Serie</numerusform>
            <numerusform>%n Serien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Einzelbild</numerusform>
            <numerusform>%n Einzelbilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>same region and modality</source>
        <translation>gleiche Region und Modalität</translation>
    </message>
    <message>
        <source>same region, another modality</source>
        <translation>gleiche Region, andere Modalität</translation>
    </message>
    <message>
        <source>same modality, region not stated</source>
        <translation>gleiche Modalität, Region nicht angegeben</translation>
    </message>
    <message>
        <source>another region</source>
        <translation>andere Region</translation>
    </message>
    <message>
        <source>Slices are unevenly spaced (%1 mm): shown resampled at their true positions.</source>
        <translation>Die Schichten haben ungleiche Abstände (%1 mm): an ihren wahren Positionen neu berechnet gezeigt.</translation>
    </message>
    <message>
        <source>Gantry tilt of %1° has been sheared right.</source>
        <translation>Die Gantry-Neigung von %1° wurde gerade gerückt.</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in between: narrow gaps are shown interpolated.</source>
        <translation>
            <numerusform>%n Schicht fehlt dazwischen: schmale Lücken werden interpoliert gezeigt.</numerusform>
            <numerusform>%n Schichten fehlen dazwischen: schmale Lücken werden interpoliert gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could be decoded only in part.</source>
        <translation>
            <numerusform>%n Bild konnte nur teilweise dekodiert werden.</numerusform>
            <numerusform>%n Bilder konnten nur teilweise dekodiert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read and are blank.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gelesen werden und ist leer.</numerusform>
            <numerusform>%n Bilder konnten nicht gelesen werden und sind leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) came twice and are shown once.</source>
        <translation>
            <numerusform>%n Bild kam doppelt und wird einmal gezeigt.</numerusform>
            <numerusform>%n Bilder kamen doppelt und werden einmal gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too large for this computer: shown at 1/%1 of its resolution.</source>
        <translation>Zu groß für diesen Rechner: mit 1/%1 der Auflösung gezeigt.</translation>
    </message>
    <message>
        <source>The images do not say where in the body they lie: shown one by one.</source>
        <translation>Die Bilder sagen nicht, wo im Körper sie liegen: einzeln gezeigt.</translation>
    </message>
    <message>
        <source>No SUV: the PET is not corrected for attenuation.</source>
        <translation>Kein SUV: Das PET ist nicht schwächungskorrigiert.</translation>
    </message>
    <message>
        <source>No SUV: the half-life of the tracer is not given.</source>
        <translation>Kein SUV: Die Halbwertszeit des Tracers ist nicht angegeben.</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The image ends in the middle: it was cut short on its way here.</source>
        <translation>Das Bild endet mittendrin: Es wurde unterwegs abgeschnitten.</translation>
    </message>
    <message>
        <source>The image is damaged and cannot be decoded.</source>
        <translation>Das Bild ist beschädigt und kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The image is compressed in a way this version does not read.</source>
        <translation>Das Bild ist so komprimiert, dass diese Version es nicht liest.</translation>
    </message>
    <message>
        <source>The image&apos;s pixels are of a kind this version does not read.</source>
        <translation>Die Pixel des Bildes sind von einer Art, die diese Version nicht liest.</translation>
    </message>
    <message>
        <source>The image is larger than its file can hold, or than is allowed.</source>
        <translation>Das Bild ist größer, als seine Datei fassen kann oder als erlaubt ist.</translation>
    </message>
    <message>
        <source>This object has no picture.</source>
        <translation>Dieses Objekt hat kein Bild.</translation>
    </message>
    <message>
        <source>The images do not say where in the body they lie.</source>
        <translation>Die Bilder sagen nicht, wo im Körper sie liegen.</translation>
    </message>
    <message>
        <source>The image&apos;s bytes could not be read from the vault.</source>
        <translation>Die Bytes des Bildes konnten nicht aus dem Tresor gelesen werden.</translation>
    </message>
    <message>
        <source>The image made the separate decoding process stop, as a damaged or hostile file can.</source>
        <translation>Das Bild hat den getrennten Dekodierprozess angehalten, wie es eine beschädigte oder bösartige Datei kann.</translation>
    </message>
    <message>
        <source>The two do not show the same part of the body.</source>
        <translation>Die beiden zeigen nicht denselben Körperteil.</translation>
    </message>
    <message>
        <source>No alignment that can be trusted was found.</source>
        <translation>Es wurde keine verlässliche Ausrichtung gefunden.</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>This computer offers no way to draw in 3D.</source>
        <translation>Dieser Rechner bietet keine Möglichkeit, in 3D zu zeichnen.</translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation>Es war nicht möglich.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Gaps of up to %1 mm were not scanned and are left empty.</source>
        <translation>Lücken bis zu %1 mm wurden nicht aufgenommen und bleiben leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) lie sideways of the others and are shown at their true places.</source>
        <translation>
            <numerusform>%n Schicht liegt seitlich der anderen und wird an ihrer wahren Stelle gezeigt.</numerusform>
            <numerusform>%n Schichten liegen seitlich der anderen und werden an ihren wahren Stellen gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rescaling the images state makes no sense and was not applied.</source>
        <translation>Die in den Bildern angegebene Umrechnung ergibt keinen Sinn und wurde nicht angewandt.</translation>
    </message>
    <message numerus="yes">
        <source>%n different image(s) share an identifier; all are shown.</source>
        <translation>
            <numerusform>%n verschiedenes Bild teilt sich eine Kennung; alle werden gezeigt.</numerusform>
            <numerusform>%n verschiedene Bilder teilen sich eine Kennung; alle werden gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has images in %n orientation(s), shown apart.</source>
        <translation>
            <numerusform>Die Serie hat Bilder in %n Ausrichtung, getrennt gezeigt.</numerusform>
            <numerusform>Die Serie hat Bilder in %n Ausrichtungen, getrennt gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the order of their numbers tells the points in time apart.</source>
        <translation>Nur die Reihenfolge ihrer Nummern unterscheidet die Zeitpunkte.</translation>
    </message>
    <message>
        <source>This point in time does not have all of its slices.</source>
        <translation>Diesem Zeitpunkt fehlen Schichten.</translation>
    </message>
    <message>
        <source>A part of this series lies %1 mm away and is shown apart.</source>
        <translation>Ein Teil dieser Serie liegt %1 mm entfernt und wird getrennt gezeigt.</translation>
    </message>
    <message>
        <source>Images at the same places were split into volumes of their own.</source>
        <translation>Bilder an denselben Stellen wurden in eigene Volumen getrennt.</translation>
    </message>
    <message>
        <source>The images do not form a sound volume: shown one by one.</source>
        <translation>Die Bilder ergeben kein stimmiges Volumen: einzeln gezeigt.</translation>
    </message>
    <message>
        <source>No SUV: how the PET is corrected for decay is not known.</source>
        <translation>Kein SUV: Wie das PET zerfallskorrigiert ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No SUV: the patient&apos;s weight is not given, or cannot be.</source>
        <translation>Kein SUV: Das Gewicht des Patienten fehlt oder kann nicht stimmen.</translation>
    </message>
    <message>
        <source>No SUV: the injected dose is not given, or cannot be.</source>
        <translation>Kein SUV: Die injizierte Dosis fehlt oder kann nicht stimmen.</translation>
    </message>
    <message>
        <source>No SUV: the times of injection and scan are not given, or contradict each other.</source>
        <translation>Kein SUV: Die Zeiten von Injektion und Aufnahme fehlen oder widersprechen sich.</translation>
    </message>
    <message>
        <source>No SUV: the PET&apos;s values have no unit it could be computed from (%1).</source>
        <translation>Kein SUV: Die Werte des PET haben keine Einheit, aus der er sich berechnen ließe (%1).</translation>
    </message>
    <message>
        <source>No SUV: what the images say of the tracer is missing or contradicts itself.</source>
        <translation>Kein SUV: Die Angaben der Bilder zum Tracer fehlen oder widersprechen sich.</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineHeader</name>
    <message>
        <source>%1 · %2 active</source>
        <comment>number of entries of a lane, and how many of them are active</comment>
        <translation>%1 · %2 aktiv</translation>
    </message>
    <message numerus="yes">
        <source>+%n undated</source>
        <translation>
            <numerusform>+%n undatiert</numerusform>
            <numerusform>+%n undatiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>rows of a lane that are not shown</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>show fewer</source>
        <translation>weniger anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineLanes</name>
    <message>
        <source>Conditions</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Medications</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Results and vitals</source>
        <translation>Ergebnisse, Vitalzeichen</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Bildgebung</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Prozeduren</translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation>Impfungen</translation>
    </message>
    <message>
        <source>Documents, reports</source>
        <translation>Dokumente, Berichte</translation>
    </message>
    <message>
        <source>Plans and referrals</source>
        <translation>Pläne, Überweisungen</translation>
    </message>
    <message>
        <source>Family, social history</source>
        <translation>Familien-, Sozialanamnese</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineTicks</name>
    <message>
        <source>d MMM</source>
        <comment>axis: day and month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>axis: time</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>axis: day, month, year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>axis: month</comment>
        <translation>MMM</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Wheel: zoom at the pointer (over the names of the lanes: scroll)
Shift+wheel or drag: move through time
Double click: look closer
Click a lane&apos;s name: fold or unfold it
Arrow keys: from entry to entry · Tab: from lane to lane
Enter: open · Space: fold the lane · U: undated entries
Home, End: first and last of a row · + and −: zoom · 0: whole life</source>
        <translation>Mausrad: am Zeiger zoomen (über den Namen der Spuren: scrollen)
Umschalt+Mausrad oder Ziehen: durch die Zeit bewegen
Doppelklick: näher ansehen
Klick auf den Namen einer Spur: ein- oder ausklappen
Pfeiltasten: von Eintrag zu Eintrag · Tab: von Spur zu Spur
Enter: öffnen · Leertaste: Spur einklappen · U: undatierte Einträge
Pos1, Ende: Anfang und Ende einer Zeile · + und −: zoomen · 0: ganzes Leben</translation>
    </message>
    <message numerus="yes">
        <source>Look closer at these %n entries</source>
        <translation>
            <numerusform>Diesen %n Eintrag näher ansehen</numerusform>
            <numerusform>Diese %n Einträge näher ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, see the list</source>
        <translation>
            <numerusform>… und %n weiterer, siehe Liste</numerusform>
            <numerusform>… und %n weitere, siehe Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <comment>names of sources</comment>
        <translation>Von: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TopBar</name>
    <message>
        <source>Search this record and all patients…</source>
        <translation>Diese Akte und alle Patienten durchsuchen…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import läuft…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation>Chartline</translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation>Alle Akten durchsuchen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Show the import</source>
        <translation>Import anzeigen</translation>
    </message>
    <message>
        <source>Lock (%1)</source>
        <translation>Sperren (%1)</translation>
    </message>
    <message>
        <source>Change to the light theme</source>
        <translation>Zum hellen Farbschema wechseln</translation>
    </message>
    <message>
        <source>Change to the dark theme</source>
        <translation>Zum dunklen Farbschema wechseln</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing · %Ln record(s)</source>
        <translation>
            <numerusform>Import läuft · %Ln Datensatz</numerusform>
            <numerusform>Import läuft · %Ln Datensätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TrendSeries</name>
    <message>
        <source>HbA1c</source>
        <translation>HbA1c</translation>
    </message>
    <message>
        <source>eGFR</source>
        <translation>eGFR</translation>
    </message>
    <message>
        <source>INR</source>
        <translation>INR</translation>
    </message>
    <message>
        <source>Creatinine</source>
        <translation>Kreatinin</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Blutdruck</translation>
    </message>
    <message>
        <source>Systolic pressure</source>
        <translation>Systolischer Druck</translation>
    </message>
    <message>
        <source>Potassium</source>
        <translation>Kalium</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Haemoglobin</source>
        <translation>Hämoglobin</translation>
    </message>
    <message>
        <source>LDL cholesterol</source>
        <translation>LDL-Cholesterin</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>Glukose</translation>
    </message>
    <message>
        <source>TSH</source>
        <translation>TSH</translation>
    </message>
    <message>
        <source>CRP</source>
        <translation>CRP</translation>
    </message>
    <message>
        <source>NT-proBNP</source>
        <translation>NT-proBNP</translation>
    </message>
    <message>
        <source>BNP</source>
        <translation>BNP</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::UncheckedCard</name>
    <message>
        <source>Show the entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n entries</source>
        <translation>
            <numerusform>Nicht geprüft: %n Eintrag</numerusform>
            <numerusform>Nicht geprüft: %n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the entry “%1”</source>
        <translation>Öffnet den Eintrag „%1“</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::UnlockView</name>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation>Chartline</translation>
    </message>
    <message>
        <source>The records are locked.</source>
        <translation>Die Akten sind gesperrt.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation>Passphrase vergessen?</translation>
    </message>
    <message>
        <source>Vault folder</source>
        <translation>Ordner des Tresors</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Mit dem Wiederherstellungsschlüssel öffnen</translation>
    </message>
    <message>
        <source>Type the key printed when this vault was created, then choose a new passphrase. Nothing in the record changes; the old passphrase stops working.</source>
        <translation>Geben Sie den Schlüssel ein, der beim Erstellen dieses Tresors gedruckt wurde, und wählen Sie dann eine neue Passphrase. In der Akte ändert sich nichts; die alte Passphrase gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>six groups of six letters and digits</source>
        <translation>sechs Gruppen aus je sechs Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Set passphrase and unlock</source>
        <translation>Passphrase festlegen und entsperren</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt…</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ViewKeysSheet</name>
    <message>
        <source>Keys and mouse in the images</source>
        <translation>Tasten und Maus in den Bildern</translation>
    </message>
    <message>
        <source>Wheel, ↑ ↓</source>
        <translation>Rad, ↑ ↓</translation>
    </message>
    <message>
        <source>Next and previous slice (Page Up/Down: ten; Home, End)</source>
        <translation>Nächste und vorige Schicht (Bild auf/ab: zehn; Pos1, Ende)</translation>
    </message>
    <message>
        <source>Left button</source>
        <translation>Linke Taste</translation>
    </message>
    <message>
        <source>What the chosen mouse tool does</source>
        <translation>Was das gewählte Mauswerkzeug tut</translation>
    </message>
    <message>
        <source>Middle button, Shift and arrows</source>
        <translation>Mittlere Taste, Umschalt und Pfeile</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>Zoom (with another tool than contrast: contrast)</source>
        <translation>Zoom (mit einem anderen Werkzeug als Kontrast: Kontrast)</translation>
    </message>
    <message>
        <source>Ctrl and wheel, + −</source>
        <translation>Strg und Rad, + −</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 bis 9</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Fenstervorgaben</translation>
    </message>
    <message>
        <source>I</source>
        <translation>I</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>R, H, V</source>
        <translation>R, H, V</translation>
    </message>
    <message>
        <source>Rotate, mirror left and right, mirror top and bottom</source>
        <translation>Drehen, links und rechts spiegeln, oben und unten spiegeln</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation>In die Ansicht einpassen</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Pixels as they are, without interpolation</source>
        <translation>Pixel wie sie sind, ohne Interpolation</translation>
    </message>
    <message>
        <source>M, Alt and left button</source>
        <translation>M, Alt und linke Taste</translation>
    </message>
    <message>
        <source>Magnifier, while held</source>
        <translation>Lupe, solange gehalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Play and stop</source>
        <translation>Abspielen und anhalten</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>One view large, and back</source>
        <translation>Eine Ansicht groß, und zurück</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pictures and slices</source>
        <translation>Bilder und Schichten</translation>
    </message>
    <message>
        <source>MPR</source>
        <translation>MPR</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>G, S</source>
        <translation>G, S</translation>
    </message>
    <message>
        <source>ECG: height of a millivolt, speed of the paper</source>
        <translation>EKG: Höhe eines Millivolts, Geschwindigkeit des Papiers</translation>
    </message>
    <message>
        <source>Ctrl and arrows, Enter</source>
        <translation>Strg und Pfeile, Eingabe</translation>
    </message>
    <message>
        <source>Move a pointer (with Shift: finely) and click there, for any tool</source>
        <translation>Einen Zeiger bewegen (mit Umschalt: fein) und dort klicken, für jedes Werkzeug</translation>
    </message>
    <message>
        <source>Escape, Delete, Ctrl+Z</source>
        <translation>Esc, Entf, Strg+Z</translation>
    </message>
    <message>
        <source>Measuring: give up, remove the chosen one, bring it back</source>
        <translation>Messen: abbrechen, die gewählte entfernen, sie zurückholen</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Dieses Blatt</translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation>Klicken, ziehen</translation>
    </message>
    <message>
        <source>The crosshair&apos;s point, in every view</source>
        <translation>Der Punkt des Fadenkreuzes, in jeder Ansicht</translation>
    </message>
    <message>
        <source>Drag near a line&apos;s end, [ ]</source>
        <translation>Nahe am Linienende ziehen, [ ]</translation>
    </message>
    <message>
        <source>Turn the other two cuts (oblique)</source>
        <translation>Die beiden anderen Schnitte drehen (schräg)</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Straighten turned cuts</source>
        <translation>Gedrehte Schnitte gerade stellen</translation>
    </message>
    <message>
        <source>Left button, arrows</source>
        <translation>Linke Taste, Pfeile</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Wheel, + −</source>
        <translation>Rad, + −</translation>
    </message>
    <message>
        <source>Closer, further</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>Shift and wheel, Page Up/Down</source>
        <translation>Umschalt und Rad, Bild auf/ab</translation>
    </message>
    <message>
        <source>Cut open from the front (X: take back)</source>
        <translation>Von vorn aufschneiden (X: zurücknehmen)</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Crop box: drag its handles, or , . and Shift with ↑ ↓</source>
        <translation>Zuschnitt: an den Griffen ziehen, oder , . und Umschalt mit ↑ ↓</translation>
    </message>
    <message>
        <source>A P L R H F</source>
        <translation>A P L R H F</translation>
    </message>
    <message>
        <source>From the front, back, left, right, head, feet</source>
        <translation>Von vorn, hinten, links, rechts, vom Kopf, von den Füßen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>O, S</source>
        <translation>O, S</translation>
    </message>
    <message>
        <source>Perspective, shading</source>
        <translation>Perspektive, Schattierung</translation>
    </message>
    <message>
        <source>Alt and arrows</source>
        <translation>Alt und Pfeile</translation>
    </message>
    <message>
        <source>Move the prior by 1 mm</source>
        <translation>Die Voruntersuchung um 1 mm verschieben</translation>
    </message>
    <message>
        <source>Alt and Page Up/Down</source>
        <translation>Alt und Bild auf/ab</translation>
    </message>
    <message>
        <source>Move the prior towards you, away from you</source>
        <translation>Die Voruntersuchung zu Ihnen hin, von Ihnen weg</translation>
    </message>
    <message>
        <source>Alt and , .</source>
        <translation>Alt und , .</translation>
    </message>
    <message>
        <source>Turn the prior by 1°</source>
        <translation>Die Voruntersuchung um 1° drehen</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::VolumeView</name>
    <message>
        <source>Volume in 3D</source>
        <translation>Volumen in 3D</translation>
    </message>
    <message>
        <source>What is made visible</source>
        <translation>Was sichtbar gemacht wird</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation>Gefäße</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MR</source>
        <translation>MR</translation>
    </message>
    <message>
        <source>PET MIP</source>
        <translation>PET-MIP</translation>
    </message>
    <message>
        <source>Perspective on or off</source>
        <translation>Perspektive ein oder aus</translation>
    </message>
    <message>
        <source>Shading on or off</source>
        <translation>Schattierung ein oder aus</translation>
    </message>
    <message>
        <source>Take the cut back</source>
        <translation>Den Schnitt zurücknehmen</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Zeichnet…</translation>
    </message>
    <message>
        <source>Volume in 3D: %1</source>
        <translation>Volumen in 3D: %1</translation>
    </message>
    <message>
        <source>opacity moved by %1 %2</source>
        <translation>Deckkraft um %1 %2 verschoben</translation>
    </message>
    <message>
        <source>cut open</source>
        <translation>aufgeschnitten</translation>
    </message>
    <message>
        <source>drawn coarser than it is: the volume is larger than this computer can draw</source>
        <translation>gröber gezeichnet, als es ist: Das Volumen ist größer, als dieser Rechner zeichnen kann</translation>
    </message>
    <message>
        <source>Crop box on or off</source>
        <translation>Zuschnitt ein oder aus</translation>
    </message>
    <message>
        <source>cropped · %1 (, and . choose a side, Shift and arrows move it)</source>
        <translation>zugeschnitten · %1 (, und . wählen eine Seite, Umschalt und Pfeile verschieben sie)</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>rechte Seite</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>linke Seite</translation>
    </message>
    <message>
        <source>front</source>
        <translation>vorn</translation>
    </message>
    <message>
        <source>back</source>
        <translation>hinten</translation>
    </message>
    <message>
        <source>lower end</source>
        <translation>unteres Ende</translation>
    </message>
    <message>
        <source>upper end</source>
        <translation>oberes Ende</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::WindowPresets</name>
    <message>
        <source>As sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Schlaganfall</translation>
    </message>
    <message>
        <source>Spine</source>
        <translation>Wirbelsäule</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>SUV 0–%1</source>
        <translation>SUV 0–%1</translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::Workspace</name>
    <message>
        <source>This vault can only be read: its disk does not take changes. Records can be looked at, but nothing can be imported.</source>
        <translation>Dieser Tresor kann nur gelesen werden: Sein Datenträger nimmt keine Änderungen an. Akten können angesehen werden, aber es kann nichts importiert werden.</translation>
    </message>
</context>
</TS>
