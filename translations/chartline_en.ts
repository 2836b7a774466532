<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Chartline::Cli</name>
    <message>
        <source>create the vault, print its recovery key once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take in files, folders and ZIPs; say what each was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the people in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merged record, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything known of one fact, person or record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verbatim bytes as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full text over facts and documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check every page, blob, reference and the rebuilt timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check this installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vault&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file whose first line is the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, identifier or birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person&apos;s id, as printed by patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this kind of fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not before this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not after this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the source of files that do not say where they come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts entered in error or refuted too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: chartline [--vault DIR] [--passphrase-file FILE] [--json] COMMAND [ARGS]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For reviewing records; not for primary image diagnosis; alerts support, never replace, judgement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take --%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imaging studies and their series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw a series without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lay a prior over the current series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a series, as printed by studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the series is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which slice, from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window centre and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the picture in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the series to lay the prior over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the earlier series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drug text and codes to ingredients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interactions among drugs; says what was not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one drug a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two drugs a line, with a tab between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base failed its check (%1). Nothing has been checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base is out of date (valid until %1): what it does not know of has not been checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACT NOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minor interaction(s) not shown; --json has them.</source>
        <translation>
            <numerusform>%n minor interaction not shown; --json has it.</numerusform>
            <numerusform>%n minor interactions not shown; --json has them.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: perhaps %2 (not certain)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 drugs checked with each other, without the person&apos;s allergies, conditions and laboratory values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the medication knowledge in use; adds, removes and makes packs of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medication-safety alerts of a person; says what was not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as seen on this day (today unless given)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trust the key with this fingerprint from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a publisher&apos;s private key, as made by keygen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RxNorm codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these: retired codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National Drug Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brand names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingredients found by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: with an ingredient that the base does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: ingredients not told clearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: National Drug Codes of several drugs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: the base says something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: brand names that are general words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added in the place of its older release: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very file is in use already: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: this is not a knowledge pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: this pack is of a newer form than this version reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the file is too large for a pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the signature is not right. The file is damaged or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the pack is malformed (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: this vault does not trust the publisher of %1. Compare the key&apos;s fingerprint with what the publisher says, then add it with --trust:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the key of %1 is not the one you trust. Its fingerprint is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the name of %1 is too like that of the base or of another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: a pack of this name from another publisher is there. Remove it before %1 is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: a newer release than %1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: there are too many packs for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1 does not go with the base and the packs in use:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the program&apos;s own knowledge base failed its check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT IN USE: it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT IN USE: its key is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT IN USE: it does not go with this program&apos;s base or with other packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT IN USE: the program&apos;s knowledge base failed its check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use, OUT OF DATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs of records that may be one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two records (I…) or people (P…) are one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo a link (L…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two records (I…) or people (P…) are two people, for ever</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Cli::Terminal</name>
    <message>
        <source>%1 files in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records stored (%2 of them kept without a clinical meaning), %3 already there, %4 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people, %2 timeline entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused  %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What is listed has landed; import the same files again for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no kind “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no ISO 8601 date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name given)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key derivation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2 records, %3 records/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no terminal to ask for the passphrase; use --passphrase-file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two passphrases are not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the recovery key down and keep it apart from this computer. It is not shown again, and without it a forgotten passphrase cannot be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
    <message>
        <source>--person is needed: an id, as printed by patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the series has no volume that could be drawn this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, each from 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--window is CENTRE,WIDTH with a width above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--slice is a number from 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--view is axial, coronal, sagittal, mip or volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--series and --out are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned, %1 mm (%2 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not aligned: too little overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not aligned: no trustworthy match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing in 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note  %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minor alert(s) not shown; --json has them.</source>
        <translation>
            <numerusform>%n minor alert not shown; --json has it.</numerusform>
            <numerusform>%n minor alerts not shown; --json has them.</numerusform>
        </translation>
    </message>
    <message>
        <source>name the drugs to look up, or give --file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the drugs to check, or give --pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are two people now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are still one person by other links; undo one of these too:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person now. To undo: unlink %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AboutDialog</name>
    <message>
        <source>About Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline is free software under the Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It uses Qt %1 (LGPL 3), SQLCipher and SQLite (BSD, public domain), OpenSSL (Apache 2.0), simdjson (Apache 2.0), Expat (MIT), libzip (BSD), zlib (zlib) and the typeface Inter (SIL Open Font License).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AcknowledgeForm</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this acceptable?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault with your name and the date. It comes back when a dose, kidney function, a level or one of the drugs changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault as written by %1, with the date. It comes back when a dose, kidney function, a level or one of the drugs changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertCard</name>
    <message>
        <source>%1: %2</source>
        <comment>how loud, title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happens, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drug&apos;s name opens its entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do:</source>
        <comment>what to do about an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value opens its entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this alert as if it had not been acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertSummary</name>
    <message>
        <source>Nothing was checked: the knowledge base failed its check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be checked: %n entries not understood</source>
        <translation>
            <numerusform>Nothing could be checked: %n entry not understood</numerusform>
            <numerusform>Nothing could be checked: %n entries not understood</numerusform>
        </translation>
    </message>
    <message>
        <source>No current drugs are known; nothing was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>to act on, to know</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to act on</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n to act on</numerusform>
            <numerusform>%n to act on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n to know</numerusform>
            <numerusform>%n to know</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to act on · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n drugs checked</source>
        <translation>
            <numerusform>%n drug checked</numerusform>
            <numerusform>%n drugs checked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>checked, not checked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was found, how much was checked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new to act on · %1</source>
        <comment>how much was checked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing found among %n drugs checked</source>
        <translation>
            <numerusform>Nothing found with %n drug checked</numerusform>
            <numerusform>Nothing found among %n drugs checked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was found, what was not checked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how loud, how many alerts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only minor things found among %n drugs checked</source>
        <translation>
            <numerusform>Only minor things found with %n drug checked</numerusform>
            <numerusform>Only minor things found among %n drugs checked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>how much was checked, what was not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>name of a drug as its source has it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>drugs</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked: %1</source>
        <translation>
            <numerusform>%n not checked: %1</numerusform>
            <numerusform>%n not checked: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between drugs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ingredient recognised. Treat as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This allergy is not recognised: no drug was checked against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base failed its check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit or form of this result is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This result cannot be right as it is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the source sent could not be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kidney function is not known, or the last value is too old. Doses were not checked against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base (%1) is out of date since %2: what has become known later was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base failed its check and is not used. No drug of this record was checked. Install Chartline again, and check the drugs by other means until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been received about allergies: drugs were not checked against any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fully checked: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name is not understood with certainty; checked only as far as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood in its name, and not checked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlertText</name>
    <message>
        <source>Act now</source>
        <comment>how much an alert asks for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <comment>how much an alert asks for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Know</source>
        <comment>how much an alert asks for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minor</source>
        <comment>how much an alert asks for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same drug or class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laboratory value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × upper limit of normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> + </source>
        <comment>between drugs of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: allergy to %2</source>
        <comment>drug and allergy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: related to the allergy to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: two %2</source>
        <comment>drugs and class</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n prescription(s) at once</source>
        <translation>
            <numerusform>%1 in %n prescription</numerusform>
            <numerusform>%1 in %n prescriptions at once</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 a day</source>
        <comment>drug and dose</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>drug and condition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in pregnancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 while breastfeeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 at the age of %n</source>
        <comment>drug; years</comment>
        <translation>
            <numerusform>%1 at the age of %n</numerusform>
            <numerusform>%1 at the age of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2 %3</source>
        <comment>drug, test and value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with gene variant %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction then: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reactions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain that %1 is still taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain that %1 was ever taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is planned, not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken now, since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are taken now, together since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are taken now, together since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped on %2; some of it still acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped on %2; it acts until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the past; not taken together now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the past: together %1 – %2, not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value and date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, reckoned from creatinine)</source>
        <comment>value and date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>test and value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (%3) → %4</source>
        <comment>test, value and date before, value and date now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: theoretical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: label (FDA or EU SmPC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: label (FDA or EU SmPC) %1</source>
        <comment>sections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge: Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge: pack “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations of the knowledge base are in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the age of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the age of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in pregnancy</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while breastfeeding</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below an eGFR of %1</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this value</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with this gene variant</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>contraindicated, to be avoided…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraindicated %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be avoided %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lower dose is due %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be used with care %1</source>
        <comment>in pregnancy, with asthma…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>advice and its reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record states an allergy to this drug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This drug belongs to a group that the record states an allergy to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An allergy to a relative of this drug may reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same drug is taken twice; the doses add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drugs of the same class are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual highest dose is %1 a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These drugs act on each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together they may lead to: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not give it. Ask what happened then, and choose another drug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what happened then before giving it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another drug, or have the allergy tested first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask how grave the reaction was; watch the first dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether both are taken; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether both are meant; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the dose and what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for harm; choose another drug where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to another drug; do not stop at once where stopping is a risk itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another drug unless nothing else will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the dose, or give it less often, as the label says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the dose as the label says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh the benefit, and watch for harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>reason, drug, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, drug or date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 acts only where it is applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is long not heard that %1 is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing heard of %1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was prescribed; no fill of it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was prescribed on %2; no fill of it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is only planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped; little of it is still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped on %2; little of it is still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drugs met only in the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken since without trouble that is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken again from %2 without trouble that is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken together for months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken together for months: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reaction was an intolerance, not an immune reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source says since when %1 is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its source calls the allergy inactive or resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised: %1</source>
        <comment>why an alert is louder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowered: %1</source>
        <comment>why an alert is quieter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still acts: %1</source>
        <comment>why a drug that was stopped counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of sight: %1</source>
        <comment>why an alert is not shown at once</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Therapy appropriate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient gave adequate explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consulted other supply source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consulted prescriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interacting therapy no longer active or planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other action taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provided patient education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added concurrent therapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temporarily suspended concurrent therapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped concurrent therapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appropriate indication or diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior therapy documented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, when, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. “%2”</source>
        <comment>reason and comment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: it asks for more than when it was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: a dose has changed since it was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: kidney function has changed since it was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: a level has changed since it was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown again: a drug was begun again since it was acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended by %2; some of it still acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended by %2; it acts until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it or choose another drug until the value is right again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources disagree on whether %1 is taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AlignmentJob</name>
    <message>
        <source>Aligning… %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned: same frame of reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned, %1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: too little overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: no trustworthy match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over by hand, not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned, then moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::AssertionText</name>
    <message>
        <source>Unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dispensed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not give: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No allergy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No family history: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not permitted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known whether taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known whether given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known whether done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ChangePassphraseDialog</name>
    <message>
        <source>Current passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recovery key stays valid. The records are not rewritten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::CheckDrugPanel</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a drug before prescribing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drug, brand or RxNorm code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drug to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was checked. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a drug to see what it would do in this patient: with the drugs taken now, allergies, conditions and laboratory values. Nothing is written to the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking “%1”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known: nothing was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the name of the ingredient, another spelling, or one drug at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 would do in this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood as %1, not with certainty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood as %1. Not understood, and not checked: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ChipRow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::Commands</name>
    <message>
        <source>Search all records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the demonstration patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a drug before prescribing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or show the safety cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::CourseText</name>
    <message>
        <source>Taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain: begun, and long not heard of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prescribed, never dispensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said not to be taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <comment>dose</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1, as needed</source>
        <comment>dose a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <comment>dose before, dose, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last heard of on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prescribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>source, kind of statement, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4)</source>
        <comment>source, kind of statement, state, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources disagree on whether it is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>state, source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <comment>state, source, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources disagree: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of days covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a gap of %n days</source>
        <translation>
            <numerusform>a gap of %n day</numerusform>
            <numerusform>a gap of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gaps, the longest %1 days</source>
        <translation>
            <numerusform>%n gap, the longest %1 days</numerusform>
            <numerusform>%n gaps, the longest %1 days</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between ingredients</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DateText</name>
    <message>
        <source>MMM yyyy</source>
        <comment>date format: month and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format: day, month, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>time format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time and its zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format: month and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>date format: weekday, day, month, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>start and end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>age in years</comment>
        <translation>
            <numerusform>%n y</numerusform>
            <numerusform>%n y</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 y</source>
        <comment>age, not exactly known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n mo</numerusform>
            <numerusform>%n mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
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
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%n mo</numerusform>
            <numerusform>%n mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%n y</numerusform>
            <numerusform>%n y</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 y %2 mo</source>
        <comment>duration in years and months</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DetailModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>type and id of a record</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between codes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, received %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DetailPane</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document&apos;s data cannot be read: it is not base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document itself has not been received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save outside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry to see what its sources say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the sources say…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference range %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in error: the source took this back. It is not a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuted: the source says this turned out untrue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the source: it holds something this program does not know that may change what the entry means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicting copy: another record has the same id, and neither says which is newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned: this has not happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is when it was recorded; the source gives none for the event itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stated by %n records</source>
        <translation>
            <numerusform>Stated by %n record</numerusform>
            <numerusform>Stated by %n records</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>source, type, when received</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Opens the source.</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source and record</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DocumentView</name>
    <message>
        <source>Pages of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it made the separate process that draws it stop, as a damaged or hostile file can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be done (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[page %1: could not be read: %2]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be drawn: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::DropOverlay</name>
    <message>
        <source>Drop to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, folders and ZIP archives. The originals are not changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::EcgContent</name>
    <message>
        <source>no name in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Hz sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: %1 at the end of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: further groups of channels (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lead, remark on it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high-pass filter %1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low-pass filter %1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 more on page %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown: further remarks (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other units scaled to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height scaled to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not calibrated, height scaled to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some leads not calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters differ between leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All remarks and measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not calibrated)</source>
        <comment>lead</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>lead, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not calibrated)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ErrorText</name>
    <message>
        <source>Nothing went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done as asked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>detail after a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not there. It may have been moved, renamed, or its drive taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: this account has no permission to. Ask whoever owns it for access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: this account has no permission to. Nothing stored has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Everything stored before is safe; what was being written has been left out. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk only allows reading. Stored records can be looked at, but nothing can be added or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk or its connection failed while reading or writing “%1”. Everything stored before is kept. Check the drive, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, as you asked. What had been stored by then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no vault in “%1”. Create one, or choose the right folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a vault, or a part of one, in “%1”. It has not been touched. Unlock it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Chartline has this vault open. Close it there first; two at once could harm the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault&apos;s header, which holds the locked keys, is damaged in both of its copies, so the vault cannot be opened. Nothing has been changed. Put back “vault.header” from a backup of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was made by a newer Chartline (format %1; this program knows up to %2). It has not been touched. Update Chartline to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is locked. Unlock it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a recovery key, but of another vault. Look for the one printed when this vault was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase. Check Caps Lock and the keyboard layout, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is too short: it needs at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file “%1” cannot be used. It must hold the passphrase on its first line and be readable only by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole recovery key, or a character is mistyped. It has six groups of six letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault&apos;s header asks for more memory or time to unlock than is allowed, as a tampered one would. Nothing has been changed. Put back “vault.header” from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption this vault needs is not available in this installation, so it has not been opened. Reinstall Chartline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption failed, perhaps for lack of memory. Nothing stored has changed. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault in “%1” has its keys, but its records file “records.db” is missing. Nothing has been created in its place. Put it back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records file in “%1” is damaged: it has been cut short or altered. Nothing has been changed. Put it back from a backup; do not import into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These records were written by a newer Chartline (layout %1; this program knows up to %2). They have not been touched. Update Chartline to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records file is not encrypted as it must be, so it has not been opened. Somebody may have replaced it. Put it back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file is missing from the vault. The record itself is whole. Import its source again to bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file has been altered or damaged, so it is not shown. The record itself is whole. Import its source again to bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file has been cut short, so it is not shown. The record itself is whole. Import its source again to bring it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records could not be read or written. What was stored before is kept. Try again; if it happens again, check the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change does not fit what is stored, so nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not in the vault (any more): %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends in the middle: the file was cut short. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is not in a valid encoding (UTF-8 was expected).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gives “%1” twice in one object, so what it means is not certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested deeper than %1 levels, as no real record is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than the %1 allowed for one piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains a document type declaration (DOCTYPE), which health data does not need and attacks use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not health data that Chartline knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is health data in a format that this version does not read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read, but it is not a usable record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged or not a ZIP. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is protected with a password. Unpack it first, then import the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds more than %1 files. Import it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked, the archive is larger than the %1 allowed. Import it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 times its size, as an attack on the disk would. It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file in the archive has a name that points outside of it, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are archives within archives more than %1 deep. Unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not built as its format (JSON, XML, DICOM) requires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its picture would have more than the %1 pixels allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it made the separate reading process stop, as a damaged or hostile file can. Only this file was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The separate process that reads images could not be started, so no image could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names this file as part of the disc, but it is not there: the copy is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactBanner</name>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person %1, no name received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died %1, aged %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birth date not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and value of an identifier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>source and name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>source, name, identifiers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>allergy and its reaction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>allergy and how grave it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (stated)</source>
        <comment>a statement such as No known allergies</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No allergy information received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the sources says anything about allergies. This is not the same as having none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active problem received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the sources states an active problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>allergy or problem and a warning</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active allergy stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has past or refuted allergies; they are in the list. This is not the same as having none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>problem and how sure it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactListModel</name>
    <message>
        <source>No date given</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n entries</source>
        <comment>heading of a day</comment>
        <translation>
            <numerusform>%1, %n entry</numerusform>
            <numerusform>%1, %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between short remarks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of sources</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value or status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>value and status</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactListView</name>
    <message>
        <source>List of entries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FactText</name>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in remission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered, no result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>triaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>health not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflicting copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>code system and code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differential diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subpotent dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <comment>a value above what is normal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <comment>a value below what is normal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critically high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critically low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sign and word: ▲ high</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>value, sign and word: 7.8 % ▲ high</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FieldText</name>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achievement status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In connection with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course of therapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharge disposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of dispensing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not perform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dosage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General practitioner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingredient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpretation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last occurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lifecycle status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacture date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medication reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-hand information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier prescription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specimen type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device identifier (UDI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modifier not known to this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subpotent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why subpotent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FilterBar</name>
    <message>
        <source>Show withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries a source took back as entered in error or turned out untrue. They are never shown as facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse and keys of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries. Click to hide or show them.</source>
        <translation>
            <numerusform>%1: %n entry. Click to hide or show it.</numerusform>
            <numerusform>%1: %n entries. Click to hide or show them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FollowUpChart</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::FollowUpPanel</name>
    <message>
        <source>Measured once: nothing to compare with yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 short axis in %n day(s)</source>
        <translation>
            <numerusform>%1 short axis in %n day</numerusform>
            <numerusform>%1 short axis in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 longest diameter in %n day(s)</source>
        <translation>
            <numerusform>%1 longest diameter in %n day</numerusform>
            <numerusform>%1 longest diameter in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>volume doubling time %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume halving time %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the sum of diameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its longest diameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its short axis (lymph node)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracked finding · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s) without a diameter in mm or without a date.</source>
        <translation>
            <numerusform>%n measurement without a diameter in mm or without a date.</numerusform>
            <numerusform>%n measurements without a diameter in mm or without a date.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure here · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured by %1. Enter or double click: show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of diameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sum of the diameters of %n finding(s)</source>
        <translation>
            <numerusform>Sum of the diameters of %n finding</numerusform>
            <numerusform>Sum of the diameters of %n findings</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest diameters, of lymph nodes the short axis; change from the first sum and from the smallest before (nadir). RECIST 1.1 names −30 % of the first, and +20 % and +5 mm above the nadir; these are figures, not an assessment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImageView</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W %1 L %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingObjects</name>
    <message>
        <source>Of the compared study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingPage</name>
    <message>
        <source>Looking for images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images could not be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images in this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder, a ZIP or a disc with DICOM images; the studies appear here and on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CURRENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRIOR, laid over the current study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRIOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name in the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no birth date in the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from the open record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LATER, laid over the current study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LATER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axial, turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coronal, turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sagittal, turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingSide</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading… %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of this series are of a kind this version does not read (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This series has no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of this series cannot be shown.</source>
        <translation>
            <numerusform>%n image of this series cannot be shown.</numerusform>
            <numerusform>%n images of this series cannot be shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further version(s) of these images were received; the first is shown.</source>
        <translation>
            <numerusform>%n further version of these images was received; the first is shown.</numerusform>
            <numerusform>%n further versions of these images were received; the first is shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImagingToolBar</name>
    <message>
        <source>Image tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view, as the images were taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prior and the current study side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axial, coronal and sagittal with a shared crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume in three dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPR + 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three cuts and the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness and contrast for a purpose (keys 1 to 9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several slices behind each other as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpolation on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to change the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the picture (also with the middle button)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag up and down (also Ctrl and wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag through the slices (also the wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pictures one after the other (space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll and zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both studies move together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both studies have the same window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the prior exactly over the current study (rigid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior and current side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both over each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of one and the other by turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is brighter now (orange) and what is darker (blue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  (W %1 L %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other study with images to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop aligning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prior is laid over the current study; press to take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare + 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prior and the current study, and below them the current one from the front and in 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit, turn, mirror, invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten turned cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to show the same point in every view; drag near a line&apos;s end to turn the cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dragging with the left mouse button does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one point to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest diameter and the one across it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two lines that meet: three points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two lines that need not meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area, mean, standard deviation, smallest, largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value at a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths, angles, regions and values; kept in the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another series in colour over this one: a PET over its CT, a dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other series lies in the same space as this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot iron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot metal blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly brightening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full colour from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the prior by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Towards you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by 1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by 1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align by hand, from where they lie now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportPanel</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has been stored by then is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportReportView</name>
    <message>
        <source>By type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as received, but not fully understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused files and records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import could not be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files looked at, those inside archives among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored now, each with its source exactly as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bytes had been imported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They replace the fact shown; the older version stays reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept verbatim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as received; this version has no clinical reading for their type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stored; the reasons are below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People this import brought something for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>type of record, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message>
        <source>%1× %2</source>
        <comment>how many, what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the import report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chartline-import.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report has been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: what of it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ImportText</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) so far</source>
        <translation>
            <numerusform>%Ln file so far</numerusform>
            <numerusform>%Ln files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <translation>
            <numerusform>%1 of %Ln file</numerusform>
            <numerusform>%1 of %Ln files</numerusform>
        </translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import finished, with something refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had been stored by then is kept and complete in itself. Import the same files again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this was already in the vault, byte for byte. Nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that could be read is in the vault. What was refused is listed below with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files were found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every record is in the vault, with its source kept exactly as received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>place in file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date that is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a modifier this program does not know (marked “read the source”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attachment that cannot be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a status that is not of the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number that is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name: count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as received, without a clinical reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place: reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fully understood (kept as received)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is damaged: only a part of it can be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is damaged and cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture is described, but its pixels are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels are on a server, not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the size of the picture is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the frames of the picture cannot be told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels are not written as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels are written in a way that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels are written in a way this version does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video, which this version does not play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kind of pixels this version does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is larger than this version reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what describes the picture contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels end before the first picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what describes the picture is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as received, but not shown whole</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::IntendedUse</name>
    <message>
        <source>For reviewing records that other systems hold, by clinicians. It changes nothing in those systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for primary image diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and summaries support clinical judgement. They never replace it, and their absence means nothing: what has not been received cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every fact opens the source it came from. When in doubt, read the source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::KindText</name>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral or order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals and orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MainWindow</name>
    <message numerus="yes">
        <source>Locked after %n minute(s) without use.</source>
        <translation>
            <numerusform>Locked after %n minute without use.</numerusform>
            <numerusform>Locked after %n minutes without use.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health data and images (*.json *.ndjson *.xml *.zip *.dcm *.dicom DICOMDIR)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MatchText</name>
    <message>
        <source>Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be a relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another spelling of the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short or foreign form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One letter apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a double name, or a maiden name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other’s middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given and family name swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and month swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One digit differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two digits swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of day, month and year are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the year is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as far as it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both 1 January: perhaps not the true date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is 1 January of the same year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same name before the @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the same provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digits are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be twins: family name, birth date and home are the same, the given names are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be parent and child of the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newborn without a name yet: could be a sibling or a twin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources give different sexes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same office has given them different numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them has no usable name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They share a number, but names and birth date are those of two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person: a shared number, and nothing against it (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost certainly one person (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very likely one person (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelier one person than two (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps one person (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlikely to be one person (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (born %2)</source>
        <comment>family and maiden name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureController</name>
    <message>
        <source>%1 · here at the aligned place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as it is followed through the studies:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM structured report (*.dcm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the study first: the report takes the patient and the study from its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report could be made of these measurements (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasurePanel</name>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the slice it is on (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow it through the studies as one finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it (Delete); who removed it and when is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was removed last (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the measurements of this study as a DICOM structured report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New finding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as it is followed through the studies:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureSet</name>
    <message>
        <source>The measurement was not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureText</name>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long and short axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area %1 · %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MeasureTool</name>
    <message>
        <source>values of the slice, not of the slab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values of another point in time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MedicationsModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>group of drugs, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier changes</source>
        <translation>
            <numerusform>%n earlier change</numerusform>
            <numerusform>%n earlier changes</numerusform>
        </translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date told</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more sources</source>
        <translation>
            <numerusform>%n more source</numerusform>
            <numerusform>%n more sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not fully checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::MedicationsPage</name>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: drug, source, word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a drug…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking drugs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the medications…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The medications could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No medications have been received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the sources says anything about drugs. This is not the same as taking none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No medication passes the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has medications, but none with these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::NavigationBar</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a patient first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::NewPassphraseForm</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are easy to keep and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters.</source>
        <translation>
            <numerusform>Too short: at least %n character.</numerusform>
            <numerusform>Too short: at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: easy to guess. Add words that do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: another word or two would make it good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ObjectLayers</name>
    <message>
        <source>Segment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contours</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contour(s)</source>
        <translation>
            <numerusform>%n contour</numerusform>
            <numerusform>%n contours</numerusform>
        </translation>
    </message>
    <message>
        <source>Key image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key image: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::OverlayList</name>
    <message>
        <source>Shown over the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key images</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Next key image (K) · %n in all</source>
        <translation>
            <numerusform>Next key image (K) · %n in all</numerusform>
            <numerusform>Next key image (K) · %n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · not of the series shown, or in another space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>…and %n more</source>
        <translation>
            <numerusform>…and %n more</numerusform>
            <numerusform>…and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A segmentation cannot be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A segmentation in fractions is shown where it is at least %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of a segmentation could be read only in part.</source>
        <translation>
            <numerusform>%n frame of a segmentation could be read only in part.</numerusform>
            <numerusform>%n frames of a segmentation could be read only in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of a segmentation could not be read.</source>
        <translation>
            <numerusform>%n frame of a segmentation could not be read.</numerusform>
            <numerusform>%n frames of a segmentation could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A segmentation has pixels of %n segment(s) that it does not describe.</source>
        <translation>
            <numerusform>A segmentation has pixels of %n segment that it does not describe.</numerusform>
            <numerusform>A segmentation has pixels of %n segments that it does not describe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The frames of a segmentation do not lie on a regular grid; each is shown in its own thickness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n overlapping segment(s) were left out.</source>
        <translation>
            <numerusform>%n overlapping segment was left out.</numerusform>
            <numerusform>%n overlapping segments were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>The presentation state has a presentation table, which is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has a modality table of its own, which is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has bitmap overlays, which are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has a bitmap shutter, which is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state subtracts a mask, which is not done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state is in pseudo-colour; it is shown in grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state&apos;s window is in other values than the images are shown in; it is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has a contrast table; its range is shown as a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has a contrast that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state asks for true size; the image is fitted instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square, which is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The presentation state has graphics in the whole slide&apos;s pixels; they may lie elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n graphic(s) of the presentation state cannot be read and are not shown.</source>
        <translation>
            <numerusform>%n graphic of the presentation state cannot be read and is not shown.</numerusform>
            <numerusform>%n graphics of the presentation state cannot be read and are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contour sequence(s) belong to no region that is described; they are not shown.</source>
        <translation>
            <numerusform>%n contour sequence belongs to no region that is described; it is not shown.</numerusform>
            <numerusform>%n contour sequences belong to no region that is described; they are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) share their number with another one; contours may be with the wrong name.</source>
        <translation>
            <numerusform>%n region shares its number with another one; contours may be with the wrong name.</numerusform>
            <numerusform>%n regions share their number with another one; contours may be with the wrong name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::OverviewStrip</name>
    <message>
        <source>Overview of the whole life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole life. Drag the window to move, its edges to zoom; double click shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole life</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PassphraseField</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PatientListModel</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of identifier, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <comment>administrative gender</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>administrative gender</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>died at %1</source>
        <comment>age</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fact(s)</source>
        <translation>
            <numerusform>%Ln fact</numerusform>
            <numerusform>%Ln facts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PatientsPage</name>
    <message>
        <source>Reading the patients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, birth date or identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or load the demonstration patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients appear here as soon as their records are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop FHIR files, folders or ZIP archives anywhere on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::PersonBanner</name>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n linked identities</source>
        <translation>
            <numerusform>%n linked identity</numerusform>
            <numerusform>%n linked identities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n linked identities</source>
        <comment>first identifier, number of identities</comment>
        <translation>
            <numerusform>%1 · %n linked identity</numerusform>
            <numerusform>%1 · %n linked identities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecordView</name>
    <message>
        <source>Nothing has been received about %1 yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person is known, but no source has said anything about conditions, medications, results or anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry passes the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has entries, but none of these kinds, sources and words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person in the list of patients.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecoveryKeyPage</name>
    <message>
        <source>I have printed or saved the key and put it in a safe place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, this key is the only way to the records. It is shown this one time and stored nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be sure it was noted, type group %1 from your copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the page. Try again, or save the key to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer. Check the paper before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chartline-recovery-key.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Keep the file away from this computer, on a stick in a safe place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::RecoverySheet</name>
    <message>
        <source>Vault: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key opens the patient records in this vault without the passphrase. Keep it where you keep other confidential papers, apart from the computer. Whoever has it and the computer can read every record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To use it: start Chartline, choose “Forgot the passphrase?” on the unlock screen, type the key and choose a new passphrase. Small and capital letters are the same; dashes may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the passphrase and without this key the records cannot be read by anyone, nor restored by the makers of Chartline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline recovery key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ReportItems</name>
    <message>
        <source>[only the first %1 of %2 are shown here]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document was received, but cannot be decoded: its data are not base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is not part of what was received; or it was, and cannot be decoded. Its source says where it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document has not been received: its source names it without sending its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of this kind are not shown here (%1, %2). Save it to see it with another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of an unknown type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ReportPane</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the report (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words in this document: its pages are pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save outside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document of this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages of this document cannot be drawn: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words on the first %1 of %2 pages: they are pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[first %1 of %2 pages]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %1 of %2 pages are shown here; save the document to see them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form fields of this document are not drawn here; save it to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes or attached files of this document are not shown here; save it to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document may have form fields or notes that are not drawn here; save it to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters of this document may be missing or wrong here; save it to see them all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SafetyPane</name>
    <message>
        <source>Medication safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the safety cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the safety cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking drugs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show minor (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide minor (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the sources says that a drug is taken now. This is not the same as taking none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SearchModel</name>
    <message>
        <source>This record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: refuted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SearchPalette</name>
    <message>
        <source>↑ ↓ choose   ·   Enter opens   ·   Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: metformin, creatinine &gt; 1.5, &quot;chest pain&quot;, kind:imaging…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds words in names, results, notes, documents and codes of every record in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Every word must match the beginning of a word in the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SeriesTile</name>
    <message>
        <source>Series %1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when not used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be imported or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted. Copy the whole folder to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase has been changed. The old one no longer opens the vault.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SetupWizard</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One record, from every system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline gathers a patient&apos;s records from the files of different systems and shows them as one. Everything stays on this computer, encrypted; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read what Chartline is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault will be created in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It locks the records of all patients on this computer. It is asked for at every start and after a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to see first? More can be added at any time, by dropping files on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three invented patients with long records, to look around with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR files (JSON, XML, NDJSON) or ZIP archives of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it that is health data; the rest is named in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an empty vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the patient list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SourceDialog</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, indented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as received…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>type and id of a record</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown; save it to see all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::SourcesPage</name>
    <message>
        <source>Systems whose records are in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Each system whose files are imported appears here by name, with a colour of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln fact(s)</source>
        <translation>
            <numerusform>%Ln fact</numerusform>
            <numerusform>%Ln facts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StackBar</name>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the points in time one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Localiser, %n picture(s)</source>
        <translation>
            <numerusform>Localiser, %n picture</numerusform>
            <numerusform>Localiser, %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loop of %n frame(s)</source>
        <translation>
            <numerusform>Loop of %n frame</numerusform>
            <numerusform>Loop of %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message>
        <source>axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oblique</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Volume, %1, %n slice(s) every %2 mm</source>
        <translation>
            <numerusform>Volume, %1, %n slice every %2 mm</numerusform>
            <numerusform>Volume, %1, %n slices every %2 mm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>b = %1 s/mm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo at %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase at %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyObjects</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n object(s) of it are not read here: there are too many.</source>
        <translation>
            <numerusform>%1: %n object of it is not read here: there are too many.</numerusform>
            <numerusform>%1: %n objects of it are not read here: there are too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyPanel</name>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other study with images is in this record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is recorded on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>…and %n more in the record</source>
        <translation>
            <numerusform>…and %n more in the record</numerusform>
            <numerusform>…and %n more in the record</numerusform>
        </translation>
    </message>
    <message>
        <source>Not for primary diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For reviewing. This display is not calibrated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::StudyText</name>
    <message>
        <source>Study without a description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>same region and modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same region, another modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same modality, region not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices are unevenly spaced (%1 mm): shown resampled at their true positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gantry tilt of %1° has been sheared right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in between: narrow gaps are shown interpolated.</source>
        <translation>
            <numerusform>%n slice is missing in between: narrow gaps are shown interpolated.</numerusform>
            <numerusform>%n slices are missing in between: narrow gaps are shown interpolated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could be decoded only in part.</source>
        <translation>
            <numerusform>%n image could be decoded only in part.</numerusform>
            <numerusform>%n images could be decoded only in part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read and are blank.</source>
        <translation>
            <numerusform>%n image could not be read and is blank.</numerusform>
            <numerusform>%n images could not be read and are blank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) came twice and are shown once.</source>
        <translation>
            <numerusform>%n image came twice and is shown once.</numerusform>
            <numerusform>%n images came twice and are shown once.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too large for this computer: shown at 1/%1 of its resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images do not say where in the body they lie: shown one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the PET is not corrected for attenuation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the half-life of the tracer is not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image ends in the middle: it was cut short on its way here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is damaged and cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is compressed in a way this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image&apos;s pixels are of a kind this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is larger than its file can hold, or than is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This object has no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images do not say where in the body they lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image&apos;s bytes could not be read from the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image made the separate decoding process stop, as a damaged or hostile file can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two do not show the same part of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alignment that can be trusted was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no way to draw in 3D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps of up to %1 mm were not scanned and are left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) lie sideways of the others and are shown at their true places.</source>
        <translation>
            <numerusform>%n slice lies sideways of the others and is shown at its true place.</numerusform>
            <numerusform>%n slices lie sideways of the others and are shown at their true places.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rescaling the images state makes no sense and was not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n different image(s) share an identifier; all are shown.</source>
        <translation>
            <numerusform>%n different image shares an identifier; all are shown.</numerusform>
            <numerusform>%n different images share an identifier; all are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has images in %n orientation(s), shown apart.</source>
        <translation>
            <numerusform>The series has images in %n orientation, shown apart.</numerusform>
            <numerusform>The series has images in %n orientations, shown apart.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the order of their numbers tells the points in time apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This point in time does not have all of its slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this series lies %1 mm away and is shown apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at the same places were split into volumes of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images do not form a sound volume: shown one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: how the PET is corrected for decay is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the patient&apos;s weight is not given, or cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the injected dose is not given, or cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the times of injection and scan are not given, or contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: the PET&apos;s values have no unit it could be computed from (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SUV: what the images say of the tracer is missing or contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineHeader</name>
    <message>
        <source>%1 · %2 active</source>
        <comment>number of entries of a lane, and how many of them are active</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n undated</source>
        <translation>
            <numerusform>+%n undated</numerusform>
            <numerusform>+%n undated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>rows of a lane that are not shown</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineLanes</name>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results and vitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents, reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans and referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family, social history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineTicks</name>
    <message>
        <source>d MMM</source>
        <comment>axis: day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>axis: time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>axis: day, month, year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>axis: month</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom at the pointer (over the names of the lanes: scroll)
Shift+wheel or drag: move through time
Double click: look closer
Click a lane&apos;s name: fold or unfold it
Arrow keys: from entry to entry · Tab: from lane to lane
Enter: open · Space: fold the lane · U: undated entries
Home, End: first and last of a row · + and −: zoom · 0: whole life</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Look closer at these %n entries</source>
        <translation>
            <numerusform>Look closer at this %n entry</numerusform>
            <numerusform>Look closer at these %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, see the list</source>
        <translation>
            <numerusform>… and %n more, see the list</numerusform>
            <numerusform>… and %n more, see the list</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <comment>names of sources</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TopBar</name>
    <message>
        <source>Search this record and all patients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing · %Ln record(s)</source>
        <translation>
            <numerusform>Importing · %Ln record</numerusform>
            <numerusform>Importing · %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::TrendSeries</name>
    <message>
        <source>HbA1c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eGFR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creatinine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systolic pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potassium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haemoglobin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LDL cholesterol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NT-proBNP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BNP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::UncheckedCard</name>
    <message>
        <source>Show the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not checked: %n entries</source>
        <translation>
            <numerusform>Not checked: %n entry</numerusform>
            <numerusform>Not checked: %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the entry “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::UnlockView</name>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chartline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot the passphrase?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the key printed when this vault was created, then choose a new passphrase. Nothing in the record changes; the old passphrase stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six groups of six letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set passphrase and unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::ViewKeysSheet</name>
    <message>
        <source>Keys and mouse in the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous slice (Page Up/Down: ten; Home, End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chosen mouse tool does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button, Shift and arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom (with another tool than contrast: contrast)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and wheel, + −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R, H, V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate, mirror left and right, mirror top and bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels as they are, without interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M, Alt and left button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier, while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play and stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view large, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MPR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G, S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG: height of a millivolt, speed of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and arrows, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a pointer (with Shift: finely) and click there, for any tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape, Delete, Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring: give up, remove the chosen one, bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crosshair&apos;s point, in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag near a line&apos;s end, [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the other two cuts (oblique)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten turned cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left button, arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer, further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and wheel, Page Up/Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut open from the front (X: take back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop box: drag its handles, or , . and Shift with ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A P L R H F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the front, back, left, right, head, feet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O, S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perspective, shading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the prior by 1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and Page Up/Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the prior towards you, away from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and , .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the prior by 1°</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::VolumeView</name>
    <message>
        <source>Volume in 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PET MIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perspective on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shading on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the cut back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume in 3D: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opacity moved by %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn coarser than it is: the volume is larger than this computer can draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop box on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped · %1 (, and . choose a side, Shift and arrows move it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::WindowPresets</name>
    <message>
        <source>As sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SUV 0–%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chartline::Ui::Workspace</name>
    <message>
        <source>This vault can only be read: its disk does not take changes. Records can be looked at, but nothing can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
