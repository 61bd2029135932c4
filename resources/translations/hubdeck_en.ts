<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountTexts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CacheCommand</name>
    <message numerus="yes">
        <source>%1 in %Ln repositories</source>
        <translation>
            <numerusform>%1 in %Ln repository</numerusform>
            <numerusform>%1 in %Ln repositories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of this revision are not in the cache, and not in the export.</source>
        <translation>
            <numerusform>%Ln file of this revision is not in the cache, and not in the export.</numerusform>
            <numerusform>%Ln files of this revision are not in the cache, and not in the export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CacheModel</name>
    <message numerus="yes">
        <source>%Ln revisions</source>
        <translation>
            <numerusform>%Ln revision</numerusform>
            <numerusform>%Ln revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitsPage</name>
    <message numerus="yes">
        <source>%1 of the %Ln commits that are loaded match</source>
        <translation>
            <numerusform>%1 of the %Ln commit that is loaded matches</numerusform>
            <numerusform>%1 of the %Ln commits that are loaded match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits</source>
        <translation>
            <numerusform>%Ln commit</numerusform>
            <numerusform>%Ln commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln commits loaded</source>
        <translation>
            <numerusform>%1 of %Ln commit loaded</numerusform>
            <numerusform>%1 of %Ln commits loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits loaded</source>
        <translation>
            <numerusform>%Ln commit loaded</numerusform>
            <numerusform>%Ln commits loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiscoverPage</name>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadCommand</name>
    <message numerus="yes">
        <source>%1 of %2  %3  %4 of %Ln files</source>
        <translation>
            <numerusform>%1 of %2  %3  %4 of %Ln file</numerusform>
            <numerusform>%1 of %2  %3  %4 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, since their names must not be written: %Ln</source>
        <translation>
            <numerusform>Left out, since its name must not be written: %Ln</numerusform>
            <numerusform>Left out, since their names must not be written: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files to download, %2 of %3</source>
        <translation>
            <numerusform>%1 of %Ln file to download, %2 of %3</numerusform>
            <numerusform>%1 of %Ln files to download, %2 of %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln repository</numerusform>
            <numerusform>%Ln repositories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotSaver</name>
    <message numerus="yes">
        <source>%Ln files of this revision are not on this computer.</source>
        <translation>
            <numerusform>%Ln file of this revision is not on this computer.</numerusform>
            <numerusform>%Ln files of this revision are not on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what is here can be exported: %1 in %Ln files.</source>
        <translation>
            <numerusform>Only what is here can be exported: %1 in %Ln file.</numerusform>
            <numerusform>Only what is here can be exported: %1 in %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceActions</name>
    <message numerus="yes">
        <source>%Ln sources are in %1, without any token.</source>
        <translation>
            <numerusform>%Ln source is in %1, without any token.</numerusform>
            <numerusform>%Ln sources are in %1, without any token.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources were added.</source>
        <translation>
            <numerusform>%Ln source was added.</numerusform>
            <numerusform>%Ln sources were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln was there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read.</source>
        <translation>
            <numerusform>%Ln could not be read.</numerusform>
            <numerusform>%Ln could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::Texts</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PlanTexts</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, since their names must not be written: %Ln</source>
        <translation>
            <numerusform>Left out, since its name must not be written: %Ln</numerusform>
            <numerusform>Left out, since their names must not be written: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Questions</name>
    <message numerus="yes">
        <source>%Ln downloads are under way (%1 left).</source>
        <translation>
            <numerusform>A download is under way (%1 left).</numerusform>
            <numerusform>%Ln downloads are under way (%1 left).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads are under way.</source>
        <translation>
            <numerusform>A download is under way.</numerusform>
            <numerusform>%Ln downloads are under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::CacheTexts</name>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln repository</numerusform>
            <numerusform>%Ln repositories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revisions</source>
        <translation>
            <numerusform>%Ln revision</numerusform>
            <numerusform>%Ln revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partial downloads</source>
        <translation>
            <numerusform>%Ln partial download</numerusform>
            <numerusform>%Ln partial downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln repositories</source>
        <translation>
            <numerusform>%1 in %Ln repository</numerusform>
            <numerusform>%1 in %Ln repositories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloads of %1 and %Ln more are running: what they need was left.</source>
        <translation>
            <numerusform>Downloads of %1 and %Ln more are running: what they need was left.</numerusform>
            <numerusform>Downloads of %1 and %Ln more are running: what they need was left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TagTexts</name>
    <message numerus="yes">
        <source>%1 downloads a month</source>
        <translation>
            <numerusform>%1 download a month</numerusform>
            <numerusform>%1 downloads a month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TransferNews</name>
    <message numerus="yes">
        <source>%Ln downloads finished</source>
        <translation>
            <numerusform>%Ln download finished</numerusform>
            <numerusform>%Ln downloads finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads failed</source>
        <translation>
            <numerusform>%Ln download failed</numerusform>
            <numerusform>%Ln downloads failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Transfers</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files</source>
        <translation>
            <numerusform>%1 of %Ln file</numerusform>
            <numerusform>%1 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left out for their names: %Ln</source>
        <translation>
            <numerusform>left out for its name: %Ln</numerusform>
            <numerusform>left out for their names: %Ln</numerusform>
        </translation>
    </message>
</context>
</TS>
