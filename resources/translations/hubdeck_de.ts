<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hubdeck</source>
        <translation>Über Hubdeck</translation>
    </message>
    <message>
        <source>An unofficial client for the Hugging Face Hub. Not made, endorsed or supported by Hugging Face; the name belongs to its owner.</source>
        <translation>Ein inoffizielles Programm für den Hugging Face Hub. Von Hugging Face weder entwickelt noch empfohlen oder unterstützt; der Name gehört seinem Inhaber.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy version details</source>
        <translation>Versionsangaben kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · Apache 2.0</source>
        <translation>Version %1 · Qt %2 · Apache 2.0</translation>
    </message>
    <message>
        <source>Hubdeck is under the Apache License 2.0, whose text follows. It stands on Qt (LGPL 3), OpenSSL (Apache License 2.0) and QtKeychain (BSD-3-Clause). Its icons are drawn for it.</source>
        <translation>Hubdeck steht unter der Apache License 2.0, deren Text hier folgt. Es baut auf Qt (LGPL 3), OpenSSL (Apache License 2.0) und QtKeychain (BSD-3-Clause) auf. Seine Symbole wurden eigens dafür gezeichnet.</translation>
    </message>
</context>
<context>
    <name>AccessDialog</name>
    <message>
        <source>Request access</source>
        <translation>Zugang anfragen</translation>
    </message>
    <message>
        <source>All of them must be answered.</source>
        <translation>Alle müssen beantwortet werden.</translation>
    </message>
    <message>
        <source>Your name and e-mail address are shared with the authors of this repository.</source>
        <translation>Ihr Name und Ihre E-Mail-Adresse gehen an die Autoren dieses Repositorys.</translation>
    </message>
    <message>
        <source>Ask on the Hub&apos;s page</source>
        <translation>Auf der Seite des Hubs anfragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opens %1 in the browser</source>
        <translation>Öffnet %1 im Browser</translation>
    </message>
    <message>
        <source>Asking for access</source>
        <translation>Zugang wird angefragt</translation>
    </message>
</context>
<context>
    <name>AccessField</name>
    <message>
        <source>Choose a country</source>
        <translation>Land auswählen</translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation>Antwort auswählen</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>Datum auswählen</translation>
    </message>
</context>
<context>
    <name>AccountBox</name>
    <message>
        <source>Whoever is signed in</source>
        <translation>Wer angemeldet ist</translation>
    </message>
    <message>
        <source>Sign in with another account…</source>
        <translation>Mit einem anderen Konto anmelden …</translation>
    </message>
</context>
<context>
    <name>AccountTexts</name>
    <message>
        <source>Write token</source>
        <translation>Schreib-Token</translation>
    </message>
    <message>
        <source>Read token</source>
        <translation>Lese-Token</translation>
    </message>
    <message>
        <source>Fine-grained token</source>
        <translation>Token mit einzelnen Rechten</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Signed in with the browser</source>
        <translation>Mit dem Browser angemeldet</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und eine weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires on %1</source>
        <translation>Läuft ab am %1</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>The token of %1 is not in the keychain any more.</source>
        <translation>Das Token von %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>Asker</name>
    <message>
        <source>Token of the environment · %1</source>
        <translation>Token der Umgebung · %1</translation>
    </message>
    <message>
        <source>Login of hf · %1</source>
        <translation>Anmeldung von hf · %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Not signed in · %1</source>
        <translation>Nicht angemeldet · %1</translation>
    </message>
    <message>
        <source>%1 at %2, not signed in</source>
        <translation>%1 bei %2, nicht angemeldet</translation>
    </message>
    <message>
        <source>You are signed in with the token in HF_TOKEN.</source>
        <translation>Sie sind mit dem Token in HF_TOKEN angemeldet.</translation>
    </message>
    <message>
        <source>You are signed in with the token in the file of hf.</source>
        <translation>Sie sind mit dem Token in der Datei von hf angemeldet.</translation>
    </message>
    <message>
        <source>You are signed in as %1.</source>
        <translation>Sie sind als %1 angemeldet.</translation>
    </message>
    <message>
        <source>The token comes from HF_TOKEN, which is set in the environment.</source>
        <translation>Das Token kommt aus HF_TOKEN, das in der Umgebung gesetzt ist.</translation>
    </message>
    <message>
        <source>The token comes from the file that hf keeps.</source>
        <translation>Das Token kommt aus der Datei von hf.</translation>
    </message>
    <message>
        <source>Sign in to see private and gated repositories.</source>
        <translation>Melden Sie sich an, um private und zugangsbeschränkte Repositorys zu sehen.</translation>
    </message>
    <message>
        <source>The token comes from the keychain.</source>
        <translation>Das Token kommt aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>The token is used for this run only.</source>
        <translation>Das Token gilt nur für diesen Lauf.</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Downloads are under way</source>
        <translation>Downloads laufen</translation>
    </message>
    <message>
        <source>An export is under way</source>
        <translation>Ein Export läuft</translation>
    </message>
</context>
<context>
    <name>BrowserLogin</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Hubdeck is not registered at %1 for this. Create a token there and sign in with that.</source>
        <translation>Hubdeck ist dafür bei %1 nicht registriert. Erstellen Sie dort ein Token und melden Sie sich damit an.</translation>
    </message>
    <message>
        <source>Create a token on the Hub</source>
        <translation>Token im Hub erstellen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open sign-in page</source>
        <translation>Anmeldeseite öffnen</translation>
    </message>
    <message>
        <source>Asking %1 for a code</source>
        <translation>Ein Code wird bei %1 erfragt</translation>
    </message>
    <message>
        <source>Open %1 and enter this code there:</source>
        <translation>Öffnen Sie %1 und geben Sie dort diesen Code ein:</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Waiting for you to approve in the browser</source>
        <translation>Warten auf Ihre Zustimmung im Browser</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Asking %1 who you are</source>
        <translation>%1 wird gefragt, wer Sie sind</translation>
    </message>
    <message>
        <source>Sign in with a browser, on this computer or another one.</source>
        <translation>Melden Sie sich mit einem Browser an, auf diesem Rechner oder einem anderen.</translation>
    </message>
</context>
<context>
    <name>CacheCommand</name>
    <message>
        <source>ls; rm and what is to go: TYPE/OWNER/NAME[@COMMIT]; or export, REPO[@REVISION] and the file, which ends in .zip or .tar.gz.</source>
        <translation>ls; rm und was weg soll: TYPE/OWNER/NAME[@COMMIT]; oder export, REPO[@REVISION] und die Datei, die auf .zip oder .tar.gz endet.</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>Ein JSON-Dokument ausgeben.</translation>
    </message>
    <message>
        <source>Only say what rm would do.</source>
        <translation>Nur angeben, was rm täte.</translation>
    </message>
    <message>
        <source>Name a repository and a file that ends in .zip or .tar.gz.</source>
        <translation>Ein Repository und eine Datei angeben, die auf .zip oder .tar.gz endet.</translation>
    </message>
    <message>
        <source>Say ls, rm or export.</source>
        <translation>ls, rm oder export angeben.</translation>
    </message>
    <message>
        <source>Name what is to be deleted.</source>
        <translation>Angeben, was gelöscht werden soll.</translation>
    </message>
    <message>
        <source>ls lists everything.</source>
        <translation>ls zeigt alles an.</translation>
    </message>
    <message>
        <source>%1 is damaged: see %2.</source>
        <translation>%1 ist beschädigt: siehe %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln repositories</source>
        <translation>
            <numerusform>%1 in %Ln Repository</numerusform>
            <numerusform>%1 in %Ln Repositorys</numerusform>
        </translation>
    </message>
    <message>
        <source>The cache has no %1.</source>
        <translation>Im Cache gibt es kein %1.</translation>
    </message>
    <message>
        <source>This would free %1.</source>
        <translation>Das würde %1 freigeben.</translation>
    </message>
    <message>
        <source>A download is at %1: what it needs was left.</source>
        <translation>Ein Download arbeitet an %1: Was er braucht, blieb erhalten.</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigegeben.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of this revision are not in the cache, and not in the export.</source>
        <translation>
            <numerusform>%Ln Datei dieser Revision fehlt im Cache und damit im Export.</numerusform>
            <numerusform>%Ln Dateien dieser Revision fehlen im Cache und damit im Export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CacheModel</name>
    <message>
        <source>%1 shared with %2</source>
        <translation>%1 gemeinsam mit %2</translation>
    </message>
    <message>
        <source>%1 shared</source>
        <translation>%1 gemeinsam genutzt</translation>
    </message>
    <message>
        <source>Can be resumed</source>
        <translation>Fortsetzbar</translation>
    </message>
    <message>
        <source>Partial downloads</source>
        <translation>Teildownloads</translation>
    </message>
    <message>
        <source>%1 of the largest</source>
        <translation>%1 des größten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln revisions</source>
        <translation>
            <numerusform>%Ln Revision</numerusform>
            <numerusform>%Ln Revisionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Repository and revision</source>
        <translation>Repository und Revision</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Choose what no branch or tag names, and partial downloads</source>
        <translation>Auswählen, was kein Branch oder Tag mehr nennt, und Teildownloads</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save a copy or export</source>
        <translation>Kopie speichern oder exportieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Nothing is cached</source>
        <translation>Der Cache ist leer</translation>
    </message>
    <message>
        <source>What you download is kept here, for this program and for every other one that uses the Hub.</source>
        <translation>Was heruntergeladen wird, liegt hier: für dieses Programm und für jedes andere, das den Hub nutzt.</translation>
    </message>
    <message>
        <source>No repository matches</source>
        <translation>Kein Repository passt</translation>
    </message>
    <message>
        <source>Others are in the cache by another name.</source>
        <translation>Andere liegen unter anderem Namen im Cache.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1 free on the disk</source>
        <translation>%1 frei auf dem Datenträger</translation>
    </message>
    <message>
        <source>%1 in partial downloads</source>
        <translation>%1 in Teildownloads</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Models %1</source>
        <translation>Modelle %1</translation>
    </message>
    <message>
        <source>Datasets %1</source>
        <translation>Datensätze %1</translation>
    </message>
    <message>
        <source>Spaces %1</source>
        <translation>Spaces %1</translation>
    </message>
    <message>
        <source>Kernels %1</source>
        <translation>Kernels %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Filter repositories</source>
        <translation>Repositorys filtern</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Check or select what you want to delete</source>
        <translation>Ankreuzen oder markieren, was gelöscht werden soll</translation>
    </message>
    <message>
        <source>Nothing of it is needed elsewhere</source>
        <translation>Nichts davon wird anderswo gebraucht</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <translation>%1 löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing here says which files these are parts of. Open the repository and download them there: it goes on from what is here.</source>
        <translation>Hier ist nicht vermerkt, zu welchen Dateien diese Teile gehören. Beim Herunterladen aus dem geöffneten Repository geht es mit dem weiter, was schon hier ist.</translation>
    </message>
    <message>
        <source>What is deleted can be downloaded again.</source>
        <translation>Was gelöscht ist, lässt sich erneut herunterladen.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>CardFetch</name>
    <message>
        <source>The card of this repository is too long to be shown.</source>
        <translation>Die Karte dieses Repositorys ist zu lang, um sie anzuzeigen.</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>[Image]</source>
        <translation>[Bild]</translation>
    </message>
    <message>
        <source>[Image: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>CommitModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>commit %1</source>
        <translation>Commit %1</translation>
    </message>
    <message>
        <source>the commit in front</source>
        <translation>der angezeigte Commit</translation>
    </message>
</context>
<context>
    <name>CommitsPage</name>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>Weitere laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>Hash kopieren</translation>
    </message>
    <message>
        <source>Open this revision</source>
        <translation>Diese Revision öffnen</translation>
    </message>
    <message>
        <source>No commit matches</source>
        <translation>Kein Commit passt</translation>
    </message>
    <message>
        <source>Only the commits that are loaded were looked through.</source>
        <translation>Durchsucht wurden nur die geladenen Commits.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>The history of a repository is on the Hub.</source>
        <translation>Der Verlauf eines Repositorys liegt auf dem Hub.</translation>
    </message>
    <message>
        <source>The history cannot be shown</source>
        <translation>Der Verlauf lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>No commits</source>
        <translation>Keine Commits</translation>
    </message>
    <message>
        <source>Nothing was committed to this revision yet.</source>
        <translation>Zu dieser Revision gibt es noch keinen Commit.</translation>
    </message>
    <message>
        <source>The history is on the Hub. These commits are on this computer.</source>
        <translation>Der Verlauf liegt auf dem Hub. Diese Commits sind auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln commits that are loaded match</source>
        <translation>
            <numerusform>%1 von %Ln geladenen Commit passt</numerusform>
            <numerusform>%1 von %Ln geladenen Commits passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits</source>
        <translation>
            <numerusform>%Ln Commit</numerusform>
            <numerusform>%Ln Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln commits loaded</source>
        <translation>
            <numerusform>%1 von %Ln Commit geladen</numerusform>
            <numerusform>%1 von %Ln Commits geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commits loaded</source>
        <translation>
            <numerusform>%Ln Commit geladen</numerusform>
            <numerusform>%Ln Commits geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Open on the Hub</source>
        <translation>Auf dem Hub öffnen</translation>
    </message>
</context>
<context>
    <name>DemoHub</name>
    <message>
        <source>The demo Hub ended by itself.</source>
        <translation>Der Demo-Hub hat sich von selbst beendet.</translation>
    </message>
</context>
<context>
    <name>DeviceSignIn</name>
    <message>
        <source>The code has ended before it was entered.</source>
        <translation>Der Code ist abgelaufen, bevor er eingegeben wurde.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>The Hub does not sign this program in.</source>
        <translation>Der Hub meldet dieses Programm nicht an.</translation>
    </message>
</context>
<context>
    <name>DiscoverPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Search models by name</source>
        <translation>Modelle nach Namen suchen</translation>
    </message>
    <message>
        <source>Search datasets by name</source>
        <translation>Datensätze nach Namen suchen</translation>
    </message>
    <message>
        <source>Search Spaces by name</source>
        <translation>Spaces nach Namen suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Trending</source>
        <translation>Im Trend</translation>
    </message>
    <message>
        <source>Most downloads</source>
        <translation>Meiste Downloads</translation>
    </message>
    <message>
        <source>Most likes</source>
        <translation>Meiste Likes</translation>
    </message>
    <message>
        <source>Recently updated</source>
        <translation>Kürzlich geändert</translation>
    </message>
    <message>
        <source>Nothing on the Hub has all of these filters.</source>
        <translation>Nichts auf dem Hub passt zu allen diesen Filtern.</translation>
    </message>
    <message>
        <source>Nothing with these filters is named like “%1”.</source>
        <translation>Mit diesen Filtern heißt nichts so ähnlich wie „%1“.</translation>
    </message>
    <message>
        <source>Nothing on the Hub is named like “%1”.</source>
        <translation>Nichts auf dem Hub heißt so ähnlich wie „%1“.</translation>
    </message>
    <message>
        <source>Search datasets instead</source>
        <translation>Stattdessen Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Search models instead</source>
        <translation>Stattdessen Modelle durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln results</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>Entdecken</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <source>Show a line for each, or a card</source>
        <translation>Zeilen oder Karten zeigen</translation>
    </message>
</context>
<context>
    <name>DownloadCommand</name>
    <message>
        <source>A repository.</source>
        <translation>Ein Repository.</translation>
    </message>
    <message>
        <source>Files of it; a name that ends in / is a folder. None: all of it.</source>
        <translation>Dateien daraus; ein Name mit / am Ende ist ein Ordner. Ohne Angabe: alles.</translation>
    </message>
    <message>
        <source>A branch, a tag, a commit or refs/pr/N.</source>
        <translation>Ein Branch, ein Tag, ein Commit oder refs/pr/N.</translation>
    </message>
    <message>
        <source>Only what fits the pattern; may be given again.</source>
        <translation>Nur was zum Muster passt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Not what fits the pattern; may be given again.</source>
        <translation>Nicht was zum Muster passt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Into this folder instead of the shared cache.</source>
        <translation>In diesen Ordner statt in den gemeinsamen Cache.</translation>
    </message>
    <message>
        <source>Only say what would be downloaded.</source>
        <translation>Nur angeben, was heruntergeladen würde.</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>Ein JSON-Dokument ausgeben.</translation>
    </message>
    <message>
        <source>Name a repository.</source>
        <translation>Ein Repository angeben.</translation>
    </message>
    <message>
        <source>The Hub cannot be reached.</source>
        <translation>Der Hub ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 Waiting for it.</source>
        <translation>%1 Es wird gewartet.</translation>
    </message>
    <message>
        <source>Asking what there is</source>
        <translation>Frage ab, was es gibt</translation>
    </message>
    <message>
        <source>Waiting: another program downloads the same file</source>
        <translation>Wartet: Ein anderes Programm lädt dieselbe Datei herunter</translation>
    </message>
    <message>
        <source>%1 Trying again.</source>
        <translation>%1 Neuer Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2  %3  %4 of %Ln files</source>
        <translation>
            <numerusform>%1 von %2  %3  %4 von %Ln Datei</numerusform>
            <numerusform>%1 von %2  %3  %4 von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, since their names must not be written: %Ln</source>
        <translation>
            <numerusform>Ausgelassen, da der Name nicht geschrieben werden darf: %Ln</numerusform>
            <numerusform>Ausgelassen, da die Namen nicht geschrieben werden dürfen: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>here</source>
        <translation>da</translation>
    </message>
    <message>
        <source>Left out: %1: %2</source>
        <translation>Ausgelassen: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files to download, %2 of %3</source>
        <translation>
            <numerusform>%1 von %Ln Datei herunterzuladen, %2 von %3</numerusform>
            <numerusform>%1 von %Ln Dateien herunterzuladen, %2 von %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExcerptFetch</name>
    <message>
        <source>The Hub cannot be reached, and this file is not cached.</source>
        <translation>Der Hub ist nicht erreichbar, und diese Datei liegt nicht im Cache.</translation>
    </message>
    <message>
        <source>This server hands out whole files only, so no more of it is shown.</source>
        <translation>Dieser Server gibt nur ganze Dateien heraus, deshalb wird nicht mehr davon gezeigt.</translation>
    </message>
    <message>
        <source>The server sent less of the file than there is.</source>
        <translation>Der Server hat weniger von der Datei gesendet, als es gibt.</translation>
    </message>
</context>
<context>
    <name>ExistingLogin</name>
    <message>
        <source>Keep the file, so that hf and Python go on working</source>
        <translation>Datei behalten, damit hf und Python weiter funktionieren</translation>
    </message>
    <message>
        <source>Logins of hf</source>
        <translation>Anmeldungen von hf</translation>
    </message>
    <message>
        <source>A login without a name</source>
        <translation>Eine Anmeldung ohne Namen</translation>
    </message>
    <message>
        <source>hf has signed in on this computer before:</source>
        <translation>hf hat sich auf diesem Rechner schon angemeldet:</translation>
    </message>
    <message>
        <source>hf has not signed in on this computer.</source>
        <translation>hf hat sich auf diesem Rechner nicht angemeldet.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Move to keychain</source>
        <translation>In den Schlüsselbund</translation>
    </message>
    <message>
        <source>Kept unencrypted in a file of hf</source>
        <translation>Liegt unverschlüsselt in einer Datei von hf</translation>
    </message>
    <message>
        <source>Asking %1 whose it is</source>
        <translation>%1 wird gefragt, wem es gehört</translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Noch keine Favoriten</translation>
    </message>
    <message>
        <source>Press Favourite at the head of a repository, and it stands here.</source>
        <translation>Ein Druck auf „Favorit“ im Kopf eines Repositorys, und es steht hier.</translation>
    </message>
    <message>
        <source>Search the Hub</source>
        <translation>Hub durchsuchen</translation>
    </message>
    <message>
        <source>No name matches</source>
        <translation>Kein Name passt</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln Repository</numerusform>
            <numerusform>%Ln Repositorys</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>Aus den Favoriten nehmen</translation>
    </message>
    <message>
        <source>%1 is no favourite any more.</source>
        <translation>%1 ist kein Favorit mehr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Filter favourites</source>
        <translation>Favoriten filtern</translation>
    </message>
    <message>
        <source>No name here is like “%1”.</source>
        <translation>Kein Name hier ähnelt „%1“.</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Byte)</translation>
    </message>
    <message>
        <source>Xet storage</source>
        <translation>Xet-Speicher</translation>
    </message>
    <message>
        <source>In the git repository</source>
        <translation>Im Git-Repository</translation>
    </message>
    <message>
        <source>Large file storage (LFS)</source>
        <translation>Großdateispeicher (LFS)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Git blob</source>
        <translation>Git-Blob</translation>
    </message>
    <message>
        <source>Git pointer</source>
        <translation>Git-Zeiger</translation>
    </message>
    <message>
        <source>Xet hash</source>
        <translation>Xet-Hash</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Noch nicht gezählt</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>FileJob</name>
    <message>
        <source>The server sends another part of the file than it was asked for.</source>
        <translation>Der Server sendet einen anderen Teil der Datei als den verlangten.</translation>
    </message>
    <message>
        <source>The server sends more than the file holds.</source>
        <translation>Der Server sendet mehr, als die Datei enthält.</translation>
    </message>
    <message>
        <source>The server sent less than the file holds.</source>
        <translation>Der Server hat weniger gesendet, als die Datei enthält.</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>%1 here</source>
        <translation>%1 vorhanden</translation>
    </message>
    <message>
        <source>%1 of %2 cached</source>
        <translation>%1 von %2 vorhanden</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Another content of it is cached, from commit %1.</source>
        <translation>Im Cache liegt ein anderer Inhalt davon, aus Commit %1.</translation>
    </message>
    <message>
        <source>%1 (commit %2)</source>
        <translation>%1 (Commit %2)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>FilesArea</name>
    <message>
        <source>Show the preview</source>
        <translation>Vorschau zeigen</translation>
    </message>
</context>
<context>
    <name>FilesMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy hf:// link</source>
        <translation>hf://-Link kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <translation>Auf %1 öffnen</translation>
    </message>
    <message>
        <source>Save a copy to a folder</source>
        <translation>Kopie in einem Ordner speichern</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Hier speichern</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>No name matches</source>
        <translation>Kein Name passt</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>This revision of the repository has no files yet.</source>
        <translation>Diese Revision des Repositorys hat noch keine Dateien.</translation>
    </message>
    <message>
        <source>No name here is like “%1”.</source>
        <translation>Kein Name hier ähnelt „%1“.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>User or organisation</source>
        <translation>Konto oder Organisation</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
</context>
<context>
    <name>HfLogin</name>
    <message>
        <source>Another program is changing the tokens of “hf” at the moment.</source>
        <translation>Ein anderes Programm ändert gerade die Token von „hf“.</translation>
    </message>
</context>
<context>
    <name>HttpJob</name>
    <message>
        <source>This is no address of the Hub.</source>
        <translation>Das ist keine Adresse des Hubs.</translation>
    </message>
    <message>
        <source>The Hub asks us to slow down.</source>
        <translation>Der Hub bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer is far too long.</source>
        <translation>Die Antwort des Hubs ist viel zu lang.</translation>
    </message>
    <message>
        <source>The Hub sent us on and did not say where.</source>
        <translation>Der Hub leitet weiter, ohne ein Ziel zu nennen.</translation>
    </message>
    <message>
        <source>The Hub sent us to an unsafe address.</source>
        <translation>Der Hub leitet auf eine unsichere Adresse weiter.</translation>
    </message>
</context>
<context>
    <name>HttpSource</name>
    <message>
        <source>This name cannot be asked for.</source>
        <translation>Nach diesem Namen lässt sich nicht fragen.</translation>
    </message>
    <message>
        <source>The Hub asks us to slow down.</source>
        <translation>Der Hub bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>The server stopped sending.</source>
        <translation>Der Server sendet nicht weiter.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is far too long.</source>
        <translation>Die Antwort des Servers ist viel zu lang.</translation>
    </message>
    <message>
        <source>The connection to the Hub broke.</source>
        <translation>Die Verbindung zum Hub ist abgebrochen.</translation>
    </message>
    <message>
        <source>The Hub did not answer with a file.</source>
        <translation>Der Hub hat nicht mit einer Datei geantwortet.</translation>
    </message>
    <message>
        <source>The storage behind the Hub does not hand the file out.</source>
        <translation>Der Speicher hinter dem Hub gibt die Datei nicht heraus.</translation>
    </message>
    <message>
        <source>The server sends the file packed, though it was asked not to.</source>
        <translation>Der Server sendet die Datei gepackt, obwohl das nicht verlangt war.</translation>
    </message>
    <message>
        <source>The server sends another part of the file than it was asked for.</source>
        <translation>Der Server sendet einen anderen Teil der Datei als den verlangten.</translation>
    </message>
    <message>
        <source>The server&apos;s file has another size than the Hub promised.</source>
        <translation>Die Datei des Servers hat eine andere Größe als vom Hub angegeben.</translation>
    </message>
    <message>
        <source>The Hub now has another content for this file.</source>
        <translation>Auf dem Hub hat diese Datei inzwischen einen anderen Inhalt.</translation>
    </message>
</context>
<context>
    <name>HubClient</name>
    <message>
        <source>Hubdeck is set to work offline.</source>
        <translation>Hubdeck ist auf Offline-Betrieb eingestellt.</translation>
    </message>
</context>
<context>
    <name>HubPages</name>
    <message>
        <source>%1: opens %2 in the browser</source>
        <translation>%1: öffnet %2 im Browser</translation>
    </message>
    <message>
        <source>%1: this Hub has no page for it</source>
        <translation>%1: Dieser Hub hat keine Seite dafür</translation>
    </message>
</context>
<context>
    <name>ImagePreview</name>
    <message>
        <source>Image, %1 by %2 pixels</source>
        <translation>Bild, %1 mal %2 Pixel</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>JsonPreview</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>There is no keychain on this desktop.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Access to the keychain was denied.</source>
        <translation>Der Zugriff auf den Schlüsselbund wurde verweigert.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The keychain reported an error.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet.</translation>
    </message>
</context>
<context>
    <name>LocationBar</name>
    <message>
        <source>Show the filter</source>
        <translation>Filter zeigen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>LoginCommand</name>
    <message>
        <source>Read an access token from standard input.</source>
        <translation>Ein Zugriffstoken von der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>A token is never taken from the command line: give it by --token-stdin.</source>
        <translation>Ein Token wird nie von der Befehlszeile genommen: Übergeben Sie es mit --token-stdin.</translation>
    </message>
    <message>
        <source>No client id is set, so a browser cannot sign this program in: give a token by --token-stdin.</source>
        <translation>Es ist keine Client-ID gesetzt, daher kann ein Browser dieses Programm nicht anmelden: Übergeben Sie ein Token mit --token-stdin.</translation>
    </message>
    <message>
        <source>Paste the token and press Enter; it is not shown.</source>
        <translation>Fügen Sie das Token ein und drücken Sie die Eingabetaste; es wird nicht angezeigt.</translation>
    </message>
    <message>
        <source>Open %1 in a browser and enter the code %2.</source>
        <translation>Öffnen Sie %1 in einem Browser und geben Sie den Code %2 ein.</translation>
    </message>
    <message>
        <source>Without a keychain the token can be given in HF_TOKEN, for as long as that is set.</source>
        <translation>Ohne Schlüsselbund kann das Token in HF_TOKEN stehen, solange das gesetzt ist.</translation>
    </message>
    <message>
        <source>Signed in as %1 at %2.</source>
        <translation>Als %1 bei %2 angemeldet.</translation>
    </message>
    <message>
        <source>HF_TOKEN is set in the environment: its token is used all the same.</source>
        <translation>HF_TOKEN ist in der Umgebung gesetzt: Dessen Token wird trotzdem benutzt.</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Needed for private and gated repositories, and to publish. Your token is kept in this computer&apos;s keychain.</source>
        <translation>Nötig für private und zugangsbeschränkte Repositorys und zum Veröffentlichen. Ihr Token liegt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Use the token for this run only</source>
        <translation>Token nur für diesen Lauf benutzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The Hub that is signed in to</source>
        <translation>Der Hub, bei dem angemeldet wird</translation>
    </message>
    <message>
        <source>Ways to sign in</source>
        <translation>Wege der Anmeldung</translation>
    </message>
    <message>
        <source>With the browser</source>
        <translation>Mit dem Browser</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Mit einem Token</translation>
    </message>
    <message>
        <source>Existing login</source>
        <translation>Vorhandene Anmeldung</translation>
    </message>
    <message>
        <source>Send a token to %1, which is not huggingface.co</source>
        <translation>Ein Token an %1 senden, das nicht huggingface.co ist</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Warten auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>You are signed in, but the file of hf is as it was. %1</source>
        <translation>Sie sind angemeldet, aber die Datei von hf ist wie zuvor. %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LogoutCommand</name>
    <message>
        <source>Who; without it, who is in use.</source>
        <translation>Wer; ohne Angabe, wer gerade gilt.</translation>
    </message>
    <message>
        <source>Name one account.</source>
        <translation>Nennen Sie ein Konto.</translation>
    </message>
    <message>
        <source>Nobody of that name is signed in at %1.</source>
        <translation>Niemand dieses Namens ist bei %1 angemeldet.</translation>
    </message>
    <message>
        <source>Signed out %1 at %2.</source>
        <translation>%1 bei %2 abgemeldet.</translation>
    </message>
    <message>
        <source>Nobody is signed in at %1.</source>
        <translation>Niemand ist bei %1 angemeldet.</translation>
    </message>
</context>
<context>
    <name>LsCommand</name>
    <message>
        <source>A repository, and a folder in it.</source>
        <translation>Ein Repository und ein Ordner darin.</translation>
    </message>
    <message>
        <source>A branch, a tag, a commit or refs/pr/N.</source>
        <translation>Ein Branch, ein Tag, ein Commit oder refs/pr/N.</translation>
    </message>
    <message>
        <source>List the folders below, too.</source>
        <translation>Auch die Ordner darunter auflisten.</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>Ein JSON-Dokument ausgeben.</translation>
    </message>
    <message>
        <source>Name one repository.</source>
        <translation>Genau ein Repository angeben.</translation>
    </message>
    <message>
        <source>Hubdeck is set to work offline, and this is not in the cache.</source>
        <translation>Hubdeck ist auf Offline-Betrieb eingestellt, und das hier liegt nicht im Cache.</translation>
    </message>
    <message>
        <source>This revision has no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es in dieser Revision nicht.</translation>
    </message>
    <message>
        <source>Offline: the list that the cache keeps.</source>
        <translation>Offline: die Liste aus dem Cache.</translation>
    </message>
    <message>
        <source>Offline: only what is in the cache.</source>
        <translation>Offline: nur was im Cache liegt.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hubdeck</source>
        <translation>Hubdeck</translation>
    </message>
    <message>
        <source>%1 – Hubdeck</source>
        <translation>%1 – Hubdeck</translation>
    </message>
</context>
<context>
    <name>NamedRepoModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Not on the Hub any more</source>
        <translation>Nicht mehr auf dem Hub</translation>
    </message>
    <message>
        <source>Not on the Hub any more, or not for everybody</source>
        <translation>Nicht mehr auf dem Hub oder nicht für alle</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>OfflineResults</name>
    <message>
        <source>You are offline</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set in the environment. What is on this computer can be opened.</source>
        <translation>HF_HUB_OFFLINE ist in der Umgebung gesetzt. Was auf diesem Rechner liegt, lässt sich öffnen.</translation>
    </message>
    <message>
        <source>The Hub cannot be searched. What is on this computer can be opened.</source>
        <translation>Der Hub lässt sich nicht durchsuchen. Was auf diesem Rechner liegt, lässt sich öffnen.</translation>
    </message>
    <message>
        <source>Show what was opened before</source>
        <translation>Zuletzt Geöffnetes zeigen</translation>
    </message>
    <message>
        <source>You are offline. These are on this computer:</source>
        <translation>Keine Verbindung. Auf diesem Rechner liegen:</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The desktop client for the Hugging Face Hub.</source>
        <translation>Das Desktop-Programm für den Hugging Face Hub.</translation>
    </message>
    <message>
        <source>What to open: owner/name, datasets/owner/name, hf:// or a web address.</source>
        <translation>Was geöffnet werden soll: owner/name, datasets/owner/name, hf:// oder eine Webadresse.</translation>
    </message>
    <message>
        <source>Open a small Hub of its own that needs no network.</source>
        <translation>Einen kleinen eigenen Hub öffnen, der kein Netz braucht.</translation>
    </message>
    <message>
        <source>Play opening, downloading and looking, save a picture of every page into DIR, and exit.</source>
        <translation>Öffnen, Herunterladen und Ansehen vorführen, von jeder Seite ein Bild in DIR speichern und beenden.</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Discover</source>
        <translation>Entdecken</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>stays at commit %1</source>
        <translation>bleibt bei Commit %1</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>PlanFoot</name>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Where the file lies on this computer</source>
        <translation>Wo die Datei auf diesem Rechner liegt</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>The whole repository</source>
        <translation>Das ganze Repository</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>Dieser Ordner</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Counted when the download begins</source>
        <translation>Gezählt wird, wenn der Download beginnt</translation>
    </message>
</context>
<context>
    <name>PlanJob</name>
    <message>
        <source>%1 does not exist at this revision.</source>
        <translation>%1 gibt es in dieser Revision nicht.</translation>
    </message>
    <message>
        <source>Hubdeck is offline, and not all of this is in the cache.</source>
        <translation>Hubdeck ist offline, und nicht alles davon liegt im Cache.</translation>
    </message>
    <message>
        <source>The Hub does not name the commit of this revision.</source>
        <translation>Der Hub nennt den Commit dieser Revision nicht.</translation>
    </message>
    <message>
        <source>The Hub&apos;s list of files does not end.</source>
        <translation>Die Dateiliste des Hubs nimmt kein Ende.</translation>
    </message>
</context>
<context>
    <name>PreviewFeed</name>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>No preview of this kind of file yet.</source>
        <translation>Für diese Art von Datei gibt es noch keine Vorschau.</translation>
    </message>
    <message>
        <source>Images of up to %1 are shown; this one is larger.</source>
        <translation>Gezeigt werden Bilder bis %1; dieses ist größer.</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>read in full</source>
        <translation>vollständig gelesen</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select a file to look inside it.</source>
        <translation>Eine ausgewählte Datei zeigt hier ihren Inhalt.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Views of the file</source>
        <translation>Ansichten der Datei</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
</context>
<context>
    <name>RefsCommand</name>
    <message>
        <source>A repository.</source>
        <translation>Ein Repository.</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>Ein JSON-Dokument ausgeben.</translation>
    </message>
    <message>
        <source>Name one repository.</source>
        <translation>Genau ein Repository angeben.</translation>
    </message>
    <message>
        <source>Hubdeck is set to work offline, and no revision of this is in the cache.</source>
        <translation>Hubdeck ist auf Offline-Betrieb eingestellt, und keine Revision hiervon liegt im Cache.</translation>
    </message>
    <message>
        <source>Offline: only what is in the cache.</source>
        <translation>Offline: nur was im Cache liegt.</translation>
    </message>
</context>
<context>
    <name>RepoAccess</name>
    <message>
        <source>The Hub does not know your token any more: sign in again.</source>
        <translation>Der Hub kennt Ihr Token nicht mehr: Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Sign in, then ask for access.</source>
        <translation>Melden Sie sich an und fragen Sie dann Zugang an.</translation>
    </message>
    <message>
        <source>Hubdeck looks again by itself; it did so last at %1.</source>
        <translation>Hubdeck sieht von selbst wieder nach; zuletzt um %1.</translation>
    </message>
    <message>
        <source>Requests are answered automatically, usually within a minute.</source>
        <translation>Anfragen werden automatisch beantwortet, meist binnen einer Minute.</translation>
    </message>
    <message>
        <source>Requests are answered by its authors.</source>
        <translation>Anfragen werden von den Autoren beantwortet.</translation>
    </message>
    <message>
        <source>Your request for access is on its way.</source>
        <translation>Ihre Zugangsanfrage ist unterwegs.</translation>
    </message>
    <message>
        <source>Its authors ask for something that only a page in the web can ask, and this Hub has none.</source>
        <translation>Die Autoren fragen etwas, das nur eine Webseite fragen kann, und dieser Hub hat keine.</translation>
    </message>
</context>
<context>
    <name>RepoBanners</name>
    <message>
        <source>You are offline. What is on this computer can be used.</source>
        <translation>Keine Verbindung. Was auf diesem Rechner liegt, lässt sich nutzen.</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set in the environment.</source>
        <translation>HF_HUB_OFFLINE ist in der Umgebung gesetzt.</translation>
    </message>
    <message>
        <source>This link leads to %1.</source>
        <translation>Dieser Link führt zu %1.</translation>
    </message>
    <message>
        <source>This link leads to an address that Hubdeck does not open.</source>
        <translation>Dieser Link führt zu einer Adresse, die Hubdeck nicht öffnet.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>This Hub has no page in the web for that.</source>
        <translation>Dieser Hub hat dafür keine Webseite.</translation>
    </message>
</context>
<context>
    <name>RepoHeader</name>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Open on the Hub</source>
        <translation>Auf dem Hub öffnen</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <translation>Auf %1 öffnen</translation>
    </message>
    <message>
        <source>One of your favourites: press to take it out</source>
        <translation>Einer der Favoriten: drücken, um ihn herauszunehmen</translation>
    </message>
    <message>
        <source>Add it to your favourites</source>
        <translation>Zu den Favoriten hinzufügen</translation>
    </message>
</context>
<context>
    <name>RepoModel</name>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>Zugang auf Anfrage</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
</context>
<context>
    <name>RepoPage</name>
    <message>
        <source>Views of the repository</source>
        <translation>Ansichten des Repositorys</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>*This repository has no card.*</source>
        <translation>*Dieses Repository hat keine Karte.*</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Filter commits</source>
        <translation>Commits filtern</translation>
    </message>
</context>
<context>
    <name>RepoSession</name>
    <message>
        <source>The Hub cannot be reached.</source>
        <translation>Der Hub ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Hubdeck is set to work offline.</source>
        <translation>Hubdeck ist auf Offline-Betrieb eingestellt.</translation>
    </message>
    <message>
        <source>The Hub did not say which commit this revision is.</source>
        <translation>Der Hub hat nicht angegeben, welcher Commit diese Revision ist.</translation>
    </message>
    <message>
        <source>Hubdeck is set to work offline, and this revision is not cached.</source>
        <translation>Hubdeck ist auf Offline-Betrieb eingestellt, und diese Revision liegt nicht im Cache.</translation>
    </message>
    <message>
        <source>The Hub cannot be reached, and this revision is not cached.</source>
        <translation>Der Hub ist nicht erreichbar, und diese Revision liegt nicht im Cache.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>This revision has no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es in dieser Revision nicht.</translation>
    </message>
    <message>
        <source>The Hub cannot be reached, and nothing of this folder is cached.</source>
        <translation>Der Hub ist nicht erreichbar, und nichts aus diesem Ordner liegt im Cache.</translation>
    </message>
</context>
<context>
    <name>RepoTrail</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
</context>
<context>
    <name>RevisionModel</name>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Pull requests</source>
        <translation>Pull Requests</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Konvertiert</translation>
    </message>
    <message>
        <source>Recent commits</source>
        <translation>Letzte Commits</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Shared cache</source>
        <translation>Gemeinsamer Cache</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie vom System vorgegeben</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Ordner des Caches</translation>
    </message>
    <message>
        <source>This is no http or https address of a Hub.</source>
        <translation>Das ist keine http- oder https-Adresse eines Hubs.</translation>
    </message>
    <message>
        <source>A proxy is host:port, with http, https or socks5 before it, and no password.</source>
        <translation>Ein Proxy ist host:port, mit http, https oder socks5 davor und ohne Passwort.</translation>
    </message>
    <message>
        <source>The demo brings its own.</source>
        <translation>Die Demo bringt ihren eigenen mit.</translation>
    </message>
    <message>
        <source>Set by %1 in the environment. Unset it there to choose here.</source>
        <translation>Durch %1 in der Umgebung festgelegt. Erst ohne diese Variable lässt es sich hier ändern.</translation>
    </message>
    <message>
        <source>Counts from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Downloads at a time</source>
        <translation>Gleichzeitige Downloads</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Others wait for their turn. With fewer, the last ones that run wait again and keep what they have.</source>
        <translation>Weitere warten, bis sie an der Reihe sind. Bei weniger warten die zuletzt begonnenen wieder und behalten, was sie haben.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Begrenzung</translation>
    </message>
    <message>
        <source>For all transfers together.</source>
        <translation>Für alle Übertragungen zusammen.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File of certificates</source>
        <translation>Datei mit Zertifikaten</translation>
    </message>
    <message>
        <source>The system&apos;s alone</source>
        <translation>Nur die des Systems</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>Datei mit Zertifikaten wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client ID for signing in with a browser</source>
        <translation>Client-ID für die Anmeldung im Browser</translation>
    </message>
    <message>
        <source>None: sign in with a token</source>
        <translation>Keine: Anmeldung mit einem Token</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Check for a download</source>
        <translation>Zum Herunterladen ankreuzen</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Ausgewähltes öffnen</translation>
    </message>
    <message>
        <source>Delete, or remove from the list</source>
        <translation>Löschen oder aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Close a popup, clear the filter, leave the location</source>
        <translation>Aufklappfenster schließen, Filter leeren, Adresse verlassen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation>Tastenkürzel filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Move a waiting transfer to the top or to the bottom</source>
        <translation>Wartende Übertragung ganz nach oben oder unten schieben</translation>
    </message>
    <message>
        <source>Move a waiting transfer or a source up or down</source>
        <translation>Eine wartende Übertragung oder eine Quelle nach oben oder unten verschieben</translation>
    </message>
    <message>
        <source>Edit a source</source>
        <translation>Eine Quelle bearbeiten</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in with another account…</source>
        <translation>Mit einem anderen Konto anmelden …</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>HF_TOKEN of the environment counts</source>
        <translation>HF_TOKEN der Umgebung gilt</translation>
    </message>
    <message>
        <source>Ask the keychain again</source>
        <translation>Schlüsselbund erneut fragen</translation>
    </message>
</context>
<context>
    <name>SnapshotSaver</name>
    <message>
        <source>Save a copy in a folder…</source>
        <translation>Kopie in einem Ordner speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Export as .zip…</source>
        <translation>Als .zip exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export as .tar.gz…</source>
        <translation>Als .tar.gz exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Choose where the folder %1 is made</source>
        <translation>Auswählen, wo der Ordner %1 angelegt wird</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of this revision are not on this computer.</source>
        <translation>
            <numerusform>%Ln Datei dieser Revision ist nicht auf diesem Rechner.</numerusform>
            <numerusform>%Ln Dateien dieser Revision sind nicht auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what is here can be exported: %1 in %Ln files.</source>
        <translation>
            <numerusform>Exportieren lässt sich nur, was hier ist: %1 in %Ln Datei.</numerusform>
            <numerusform>Exportieren lässt sich nur, was hier ist: %1 in %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export what is here</source>
        <translation>Vorhandenes exportieren</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-Archive (*.zip)</translation>
    </message>
    <message>
        <source>Compressed tar archives (*.tar.gz)</source>
        <translation>Komprimierte Tar-Archive (*.tar.gz)</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon vorhanden.</translation>
    </message>
    <message>
        <source>Exporting %1.</source>
        <translation>%1 wird exportiert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 was exported.</source>
        <translation>%1 wurde exportiert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>%1 was not exported</source>
        <translation>%1 wurde nicht exportiert</translation>
    </message>
    <message>
        <source>%1 was exported</source>
        <translation>%1 wurde exportiert</translation>
    </message>
</context>
<context>
    <name>SourceActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 is no source any more.</source>
        <translation>%1 ist keine Quelle mehr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Export sources</source>
        <translation>Quellen exportieren</translation>
    </message>
    <message>
        <source>Sources (*.json)</source>
        <translation>Quellen (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources are in %1, without any token.</source>
        <translation>
            <numerusform>%Ln Quelle steht in %1, ohne jedes Token.</numerusform>
            <numerusform>%Ln Quellen stehen in %1, ohne jedes Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Import sources</source>
        <translation>Quellen importieren</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This is no file of sources.</source>
        <translation>Das ist keine Datei mit Quellen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources were added.</source>
        <translation>
            <numerusform>%Ln Quelle wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Quellen wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <translation>
            <numerusform>%Ln war schon da.</numerusform>
            <numerusform>%Ln waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read.</source>
        <translation>
            <numerusform>%Ln war nicht lesbar.</numerusform>
            <numerusform>%Ln waren nicht lesbar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>A repository of any Hub under a name of your own. It stands among the places.</source>
        <translation>Ein Repository irgendeines Hubs unter einem eigenen Namen. Es steht bei den Orten.</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>&amp;Repository</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>owner/name, or a link to one</source>
        <translation>Besitzer/Name oder ein Link dorthin</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>&amp;Hub</source>
        <translation>&amp;Hub</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Re&amp;vision</source>
        <translation>Re&amp;vision</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Edit the source</source>
        <translation>Quelle bearbeiten</translation>
    </message>
    <message>
        <source>Stay at the commit of today</source>
        <translation>Beim heutigen Commit bleiben</translation>
    </message>
    <message>
        <source>Stay at commit %1</source>
        <translation>Bei Commit %1 bleiben</translation>
    </message>
    <message>
        <source>No branch, tag or commit can have this name.</source>
        <translation>Kein Branch, Tag oder Commit kann so heißen.</translation>
    </message>
    <message>
        <source>This is no http or https address of a Hub.</source>
        <translation>Das ist keine http- oder https-Adresse eines Hubs.</translation>
    </message>
    <message>
        <source>This address is not encrypted: no token is sent there.</source>
        <translation>Diese Adresse ist nicht verschlüsselt: Dorthin wird kein Token gesendet.</translation>
    </message>
    <message>
        <source>%1 is not signed in at this Hub: no token is sent.</source>
        <translation>%1 ist bei diesem Hub nicht angemeldet: Es wird kein Token gesendet.</translation>
    </message>
    <message>
        <source>This name has characters that nobody can see.</source>
        <translation>Dieser Name enthält Zeichen, die niemand sehen kann.</translation>
    </message>
    <message>
        <source>Not tested yet. It can be saved all the same.</source>
        <translation>Noch nicht getestet. Speichern lässt es sich trotzdem.</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>The Hub does not say which commit it is.</source>
        <translation>Der Hub sagt nicht, welcher Commit es ist.</translation>
    </message>
    <message>
        <source>The commit of today is not known, so nothing was saved.</source>
        <translation>Der heutige Commit ist nicht bekannt, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>It can be saved all the same.</source>
        <translation>Speichern lässt es sich trotzdem.</translation>
    </message>
    <message>
        <source>Use main</source>
        <translation>main verwenden</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>auf Anfrage</translation>
    </message>
    <message>
        <source>commit %1</source>
        <translation>Commit %1</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>This is no file of sources.</source>
        <translation>Das ist keine Datei mit Quellen.</translation>
    </message>
    <message>
        <source>A newer Hubdeck has written this file of sources.</source>
        <translation>Diese Datei mit Quellen hat ein neueres Hubdeck geschrieben.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>On the demo Hub</source>
        <translation>Auf dem Demo-Hub</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>owner/name, a link, or words to search for</source>
        <translation>owner/name, ein Link oder Suchwörter</translation>
    </message>
    <message>
        <source>Repository or link</source>
        <translation>Repository oder Link</translation>
    </message>
    <message>
        <source>Welcome to Hubdeck</source>
        <translation>Willkommen bei Hubdeck</translation>
    </message>
    <message>
        <source>Open a repository by its name or its link, or search the Hub.</source>
        <translation>Ein Repository über seinen Namen oder Link öffnen oder den Hub durchsuchen.</translation>
    </message>
    <message>
        <source>Unofficial; not affiliated with Hugging Face.</source>
        <translation>Inoffiziell; keine Verbindung zu Hugging Face.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Sign in to the Hub</source>
        <translation>Am Hub anmelden</translation>
    </message>
    <message>
        <source>Sign in to see private and gated repositories.</source>
        <translation>Melden Sie sich an, um private und zugangsbeschränkte Repositorys zu sehen.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set in the environment: Hubdeck asks no Hub for anything.</source>
        <translation>HF_HUB_OFFLINE ist in der Umgebung gesetzt: Hubdeck fragt bei keinem Hub an.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Hubdeck goes on by itself when it can.</source>
        <translation>%1 ist nicht erreichbar. Hubdeck macht von selbst weiter, sobald es geht.</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1: press to choose another</source>
        <translation>%1: drücken, um eine andere zu wählen</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>The first %1 of %2: no more is shown</source>
        <translation>Die ersten %1 von %2: mehr wird nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>TokenCheck</name>
    <message>
        <source>This is no access token.</source>
        <translation>Das ist kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>This is a token of an organisation: the Hub takes tokens of people alone.</source>
        <translation>Das ist das Token einer Organisation: Der Hub nimmt nur Token von Personen.</translation>
    </message>
    <message>
        <source>The Hub&apos;s access tokens begin with &quot;hf_&quot;.</source>
        <translation>Die Zugriffstoken des Hubs beginnen mit „hf_“.</translation>
    </message>
    <message>
        <source>Anybody on the way could read the token: the address must begin with https.</source>
        <translation>Jeder auf dem Weg könnte das Token lesen: Die Adresse muss mit https beginnen.</translation>
    </message>
    <message>
        <source>The Hub does not know this token: it is wrong, has ended or was revoked.</source>
        <translation>Der Hub kennt dieses Token nicht: Es ist falsch, abgelaufen oder widerrufen.</translation>
    </message>
</context>
<context>
    <name>TokenLogin</name>
    <message>
        <source>Create a token on the Hub</source>
        <translation>Token im Hub erstellen</translation>
    </message>
    <message>
        <source>Paste an access token from your Hub settings:</source>
        <translation>Fügen Sie ein Zugriffstoken aus Ihren Hub-Einstellungen ein:</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Opens %1 in the browser</source>
        <translation>Öffnet %1 im Browser</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Asking %1 whose it is</source>
        <translation>%1 wird gefragt, wem es gehört</translation>
    </message>
</context>
<context>
    <name>TokenRefresh</name>
    <message>
        <source>The browser sign-in of %1 has come to its end. Sign in again.</source>
        <translation>Die Anmeldung von %1 im Browser ist zu Ende. Melden Sie sich erneut an.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The Hub cannot be reached.</source>
        <translation>Der Hub ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The Hub asks us to slow down.</source>
        <translation>Der Hub bittet um weniger Anfragen.</translation>
    </message>
</context>
<context>
    <name>TransferJournal</name>
    <message>
        <source>The list of transfers cannot be written: it may be forgotten when Hubdeck ends.</source>
        <translation>Die Liste der Übertragungen lässt sich nicht schreiben: Mit dem Ende von Hubdeck geht sie vielleicht verloren.</translation>
    </message>
    <message>
        <source>The list of transfers cannot be kept here: it is forgotten when Hubdeck ends.</source>
        <translation>Die Liste der Übertragungen lässt sich hier nicht aufbewahren: Mit dem Ende von Hubdeck geht sie verloren.</translation>
    </message>
    <message>
        <source>Hubdeck is open twice: this window&apos;s transfers are forgotten when it ends.</source>
        <translation>Hubdeck ist zweimal geöffnet: Die Übertragungen dieses Fensters gehen mit seinem Ende verloren.</translation>
    </message>
    <message>
        <source>The list of transfers is of a newer Hubdeck. It was kept as %1, and a new one was begun.</source>
        <translation>Die Liste der Übertragungen stammt von einem neueren Hubdeck. Sie wurde als %1 aufgehoben und eine neue begonnen.</translation>
    </message>
    <message>
        <source>The list of transfers could not be read. It was kept as %1, and a new one was begun.</source>
        <translation>Die Liste der Übertragungen war nicht lesbar. Sie wurde als %1 aufgehoben und eine neue begonnen.</translation>
    </message>
</context>
<context>
    <name>TransferLimits</name>
    <message>
        <source>Limit %1</source>
        <translation>Begrenzt auf %1</translation>
    </message>
    <message>
        <source>No speed limit</source>
        <translation>Keine Begrenzung</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Begrenzung</translation>
    </message>
</context>
<context>
    <name>TransferModel</name>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>TransferQueue</name>
    <message>
        <source>Hubdeck is offline.</source>
        <translation>Hubdeck ist offline.</translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Limit the speed of all transfers</source>
        <translation>Geschwindigkeit aller Übertragungen begrenzen</translation>
    </message>
    <message>
        <source>Which transfers</source>
        <translation>Welche Übertragungen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>No transfers</source>
        <translation>Keine Übertragungen</translation>
    </message>
    <message>
        <source>What you download appears here, with its speed and its state.</source>
        <translation>Was heruntergeladen wird, erscheint hier mit Tempo und Zustand.</translation>
    </message>
    <message>
        <source>No transfer matches</source>
        <translation>Keine Übertragung passt</translation>
    </message>
    <message>
        <source>Others are there in another state or by another name.</source>
        <translation>Andere gibt es in anderem Zustand oder unter anderem Namen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Nothing on its way</source>
        <translation>Nichts unterwegs</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 of %3 left</source>
        <translation>%1 · noch %2 von %3</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Filter transfers</source>
        <translation>Übertragungen filtern</translation>
    </message>
    <message>
        <source>Change its turn</source>
        <translation>Reihenfolge ändern</translation>
    </message>
</context>
<context>
    <name>UrlCommand</name>
    <message>
        <source>A repository and a file in it.</source>
        <translation>Ein Repository und eine Datei darin.</translation>
    </message>
    <message>
        <source>A branch, a tag, a commit or refs/pr/N.</source>
        <translation>Ein Branch, ein Tag, ein Commit oder refs/pr/N.</translation>
    </message>
    <message>
        <source>Name one repository and a file in it.</source>
        <translation>Genau ein Repository und eine Datei darin angeben.</translation>
    </message>
    <message>
        <source>Name a file in the repository, too.</source>
        <translation>Auch eine Datei im Repository angeben.</translation>
    </message>
    <message>
        <source>This path cannot be a file of the Hub.</source>
        <translation>Dieser Pfad kann keine Datei des Hubs sein.</translation>
    </message>
</context>
<context>
    <name>WhoamiCommand</name>
    <message>
        <source>HF_TOKEN of the environment</source>
        <translation>HF_TOKEN der Umgebung</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>der Schlüsselbund</translation>
    </message>
    <message>
        <source>the file of hf</source>
        <translation>die Datei von hf</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>Ein JSON-Dokument ausgeben.</translation>
    </message>
    <message>
        <source>This takes no names.</source>
        <translation>Hier wird kein Name erwartet.</translation>
    </message>
    <message>
        <source>Nobody is signed in at %1.</source>
        <translation>Niemand ist bei %1 angemeldet.</translation>
    </message>
    <message>
        <source>Organisations: %1</source>
        <translation>Organisationen: %1</translation>
    </message>
    <message>
        <source>Token: %1 (%2)</source>
        <translation>Token: %1 (%2)</translation>
    </message>
    <message>
        <source>Source: %1, for %2</source>
        <translation>Quelle: %1, für %2</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Open location</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Search the Hub</source>
        <translation>Hub durchsuchen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Diese Seite filtern</translation>
    </message>
    <message>
        <source>Choose a revision</source>
        <translation>Revision auswählen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>New repository</source>
        <translation>Neues Repository</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Show places</source>
        <translation>Orte zeigen</translation>
    </message>
    <message>
        <source>Show the preview</source>
        <translation>Vorschau zeigen</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Hubdeck</source>
        <translation>Über Hubdeck</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>Favourite, or not any more</source>
        <translation>Favorit oder nicht mehr</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Save as a source…</source>
        <translation>Als Quelle speichern …</translation>
    </message>
    <message>
        <source>Import sources…</source>
        <translation>Quellen importieren …</translation>
    </message>
    <message>
        <source>Export sources…</source>
        <translation>Quellen exportieren …</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>List what a repository or a folder of it holds.</source>
        <translation>Auflisten, was ein Repository oder ein Ordner darin enthält.</translation>
    </message>
    <message>
        <source>List branches, tags and pull requests with their commits.</source>
        <translation>Branches, Tags und Pull Requests mit ihren Commits auflisten.</translation>
    </message>
    <message>
        <source>Print the address of a file.</source>
        <translation>Die Adresse einer Datei ausgeben.</translation>
    </message>
    <message>
        <source>Download a repository or files of it, each checked against its hash.</source>
        <translation>Ein Repository oder Dateien daraus herunterladen, jede anhand ihres Hashwerts geprüft.</translation>
    </message>
    <message>
        <source>List what the cache holds, or delete from it.</source>
        <translation>Auflisten, was der Cache enthält, oder daraus löschen.</translation>
    </message>
    <message>
        <source>Usage: hubdeck-cli COMMAND …   (hubdeck-cli COMMAND --help tells more)</source>
        <translation>Aufruf: hubdeck-cli COMMAND …   (hubdeck-cli COMMAND --help sagt mehr)</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Sign in; the token is kept in the keychain.</source>
        <translation>Anmelden; das Token liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Sign out, and take the token out of the keychain.</source>
        <translation>Abmelden und das Token aus dem Schlüsselbund nehmen.</translation>
    </message>
    <message>
        <source>Print who is signed in, and where the token comes from.</source>
        <translation>Ausgeben, wer angemeldet ist und woher das Token kommt.</translation>
    </message>
</context>
<context>
    <name>core::Location</name>
    <message>
        <source>This names no repository: write owner/name, or paste a link to one.</source>
        <translation>Das ist kein Repository: owner/name oder ein Link ist gefragt.</translation>
    </message>
    <message>
        <source>No branch, tag or commit can have this name.</source>
        <translation>Kein Branch, Tag oder Commit kann so heißen.</translation>
    </message>
    <message>
        <source>No file of a repository can have this path.</source>
        <translation>Keine Datei eines Repositorys kann diesen Pfad haben.</translation>
    </message>
    <message>
        <source>Only models, datasets and Spaces can be opened.</source>
        <translation>Öffnen lassen sich nur Modelle, Datensätze und Spaces.</translation>
    </message>
    <message>
        <source>The name of a revision must follow the “@”.</source>
        <translation>Auf das „@“ muss der Name einer Revision folgen.</translation>
    </message>
    <message>
        <source>This link leads to another site than the Hub.</source>
        <translation>Dieser Link führt nicht zum Hub, sondern anderswohin.</translation>
    </message>
    <message>
        <source>This is no link to a repository.</source>
        <translation>Das ist kein Link zu einem Repository.</translation>
    </message>
</context>
<context>
    <name>core::PartFile</name>
    <message>
        <source>A link lies in the file&apos;s place.</source>
        <translation>An der Stelle der Datei liegt eine Verknüpfung.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>core::SafeName</name>
    <message>
        <source>A part of its path is empty.</source>
        <translation>Ein Teil des Pfads ist leer.</translation>
    </message>
    <message>
        <source>Its path leads out of its folder.</source>
        <translation>Der Pfad führt aus dem Ordner hinaus.</translation>
    </message>
    <message>
        <source>Its path names a drive.</source>
        <translation>Der Pfad nennt ein Laufwerk.</translation>
    </message>
    <message>
        <source>It would change a folder of Git&apos;s own.</source>
        <translation>Ein Ordner von Git selbst würde verändert.</translation>
    </message>
    <message>
        <source>A part of its path ends in a dot or a space, which Windows drops.</source>
        <translation>Ein Teil des Pfads endet mit einem Punkt oder Leerzeichen, das Windows weglässt.</translation>
    </message>
    <message>
        <source>Windows keeps a name in its path for a device.</source>
        <translation>Windows behält einen Namen im Pfad einem Gerät vor.</translation>
    </message>
    <message>
        <source>A part of its path is too long.</source>
        <translation>Ein Teil des Pfads ist zu lang.</translation>
    </message>
    <message>
        <source>Its path is an absolute one.</source>
        <translation>Der Pfad ist absolut.</translation>
    </message>
    <message>
        <source>There is a backslash in its path.</source>
        <translation>Der Pfad enthält einen Rückstrich.</translation>
    </message>
    <message>
        <source>There are control characters in its path.</source>
        <translation>Der Pfad enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>There are broken characters in its path.</source>
        <translation>Der Pfad enthält ungültige Zeichen.</translation>
    </message>
</context>
<context>
    <name>core::Texts</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>over 99 d</source>
        <translation>über 99 d</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The form of a date, for QLocale: day, month by its short name, year.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>gui::CardFacts</name>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence name</source>
        <translation>Name der Lizenz</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>gui::ErrorBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Request access</source>
        <translation>Zugang anfragen</translation>
    </message>
    <message>
        <source>Open main</source>
        <translation>main öffnen</translation>
    </message>
    <message>
        <source>Edit the location</source>
        <translation>Adresse bearbeiten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto benutzen</translation>
    </message>
    <message>
        <source>Open the token settings</source>
        <translation>Token-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open on the Hub</source>
        <translation>Im Hub öffnen</translation>
    </message>
</context>
<context>
    <name>gui::PlanTexts</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>all here</source>
        <translation>alles vorhanden</translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation>%1 herunterzuladen</translation>
    </message>
    <message>
        <source>%1 already here</source>
        <translation>%1 bereits vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>Left out, since their names must not be written: %Ln</source>
        <translation>
            <numerusform>Ausgelassen, da der Name nicht geschrieben werden darf: %Ln</numerusform>
            <numerusform>Ausgelassen, da die Namen nicht geschrieben werden dürfen: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 free in the cache</source>
        <translation>Nur %1 frei im Cache</translation>
    </message>
    <message>
        <source>%1 free in the cache</source>
        <translation>%1 frei im Cache</translation>
    </message>
</context>
<context>
    <name>gui::Questions</name>
    <message numerus="yes">
        <source>%Ln downloads are under way (%1 left).</source>
        <translation>
            <numerusform>Ein Download läuft noch (%1 übrig).</numerusform>
            <numerusform>%Ln Downloads laufen noch (%1 übrig).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads are under way.</source>
        <translation>
            <numerusform>Ein Download läuft noch.</numerusform>
            <numerusform>%Ln Downloads laufen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is here stays here: after a stop, the next start goes on from it.</source>
        <translation>Was hier ist, bleibt hier: Nach dem Anhalten macht der nächste Start damit weiter.</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund fortfahren</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>An export is running.</source>
        <translation>Ein Export läuft noch.</translation>
    </message>
    <message>
        <source>An export that is stopped leaves nothing behind.</source>
        <translation>Ein abgebrochener Export hinterlässt nichts.</translation>
    </message>
</context>
<context>
    <name>gui::RepoFacts</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Offline: what is cached</source>
        <translation>Offline: was im Cache liegt</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Auf Anfrage</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
</context>
<context>
    <name>gui::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>The Hub&apos;s answer cannot be understood.</source>
        <translation>Die Antwort des Hubs ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The Hub sent us to an unsafe address.</source>
        <translation>Der Hub leitet auf eine unsichere Adresse weiter.</translation>
    </message>
    <message>
        <source>This revision does not exist.</source>
        <translation>Diese Revision gibt es nicht.</translation>
    </message>
    <message>
        <source>This file does not exist at this revision.</source>
        <translation>Diese Datei gibt es in dieser Revision nicht.</translation>
    </message>
    <message>
        <source>The Hub has disabled this repository.</source>
        <translation>Der Hub hat dieses Repository gesperrt.</translation>
    </message>
    <message>
        <source>This repository does not exist, or your account may not see it.</source>
        <translation>Dieses Repository gibt es nicht, oder das angemeldete Konto darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Your token is not valid any more: sign in again.</source>
        <translation>Das Token ist nicht mehr gültig: eine neue Anmeldung ist nötig.</translation>
    </message>
    <message>
        <source>You need to sign in for this.</source>
        <translation>Dafür ist eine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>Das angemeldete Konto darf das nicht.</translation>
    </message>
    <message>
        <source>This does not exist, or it is private.</source>
        <translation>Das gibt es nicht, oder es ist privat.</translation>
    </message>
    <message>
        <source>The proxy does not let us through.</source>
        <translation>Der Proxy lässt die Verbindung nicht zu.</translation>
    </message>
    <message>
        <source>The Hub waited too long for us.</source>
        <translation>Der Hub hat zu lange auf uns gewartet.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile.</source>
        <translation>Das hat inzwischen jemand geändert.</translation>
    </message>
    <message>
        <source>The Hub does not have this part of the file.</source>
        <translation>Der Hub hat diesen Teil der Datei nicht.</translation>
    </message>
    <message>
        <source>The Hub asks us to slow down.</source>
        <translation>Der Hub bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>This repository does not exist, or it is private: sign in to see it.</source>
        <translation>Dieses Repository gibt es nicht, oder es ist privat und nur nach einer Anmeldung sichtbar.</translation>
    </message>
    <message>
        <source>The Hub fell silent.</source>
        <translation>Der Hub antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The Hub&apos;s name is not known: is this computer online?</source>
        <translation>Der Name des Hubs ist nicht bekannt: Ist dieser Rechner online?</translation>
    </message>
    <message>
        <source>The connection to the Hub broke.</source>
        <translation>Die Verbindung zum Hub ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to the Hub is not secure.</source>
        <translation>Die Verbindung zum Hub ist nicht sicher.</translation>
    </message>
    <message>
        <source>This is no address of a Hub.</source>
        <translation>Das ist keine Adresse eines Hubs.</translation>
    </message>
    <message>
        <source>The Hub cannot be reached.</source>
        <translation>Der Hub ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The Hub has a fault of its own just now.</source>
        <translation>Der Hub hat gerade selbst eine Störung.</translation>
    </message>
    <message>
        <source>The Hub does not take this request.</source>
        <translation>Der Hub nimmt diese Anfrage nicht an.</translation>
    </message>
    <message>
        <source>This repository is gated: its authors want to know who uses it before they share the files.</source>
        <translation>Dieses Repository ist zugangsbeschränkt: Die Autoren wollen wissen, wer es nutzt, bevor sie die Dateien teilen.</translation>
    </message>
    <message>
        <source>Your request for access waits for the authors.</source>
        <translation>Ihre Zugangsanfrage wartet auf die Autoren.</translation>
    </message>
    <message>
        <source>The authors have declined your request for access.</source>
        <translation>Die Autoren haben Ihre Zugangsanfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Your token may not read gated repositories: its settings on the Hub must allow that.</source>
        <translation>Ihr Token darf keine zugangsbeschränkten Repositorys lesen: Seine Einstellungen im Hub müssen das erlauben.</translation>
    </message>
    <message>
        <source>Your token lacks a permission that is needed for this: %1.</source>
        <translation>Ihrem Token fehlt ein Recht, das dafür nötig ist: %1.</translation>
    </message>
    <message>
        <source>the Hub does not say which</source>
        <translation>der Hub sagt nicht, welches</translation>
    </message>
</context>
<context>
    <name>local</name>
    <message>
        <source>The Hub sent a name that does not fit in the cache.</source>
        <translation>Der Hub hat einen Namen gesendet, der nicht in den Cache passt.</translation>
    </message>
    <message>
        <source>It would change the folder&apos;s own list of what was downloaded.</source>
        <translation>Die ordnereigene Liste der Downloads würde verändert.</translation>
    </message>
    <message>
        <source>The downloaded file was replaced by another one.</source>
        <translation>Die heruntergeladene Datei wurde durch eine andere ersetzt.</translation>
    </message>
    <message>
        <source>The cache cannot be written to; HF_HUB_CACHE names another.</source>
        <translation>In den Cache lässt sich nicht schreiben; HF_HUB_CACHE kann einen anderen nennen.</translation>
    </message>
    <message>
        <source>The cache&apos;s folder &quot;%1&quot; is a link: nothing is written through it.</source>
        <translation>Der Ordner „%1“ des Caches ist eine Verknüpfung: Darüber wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The file&apos;s content is not in the cache any more.</source>
        <translation>Der Inhalt der Datei liegt nicht mehr im Cache.</translation>
    </message>
</context>
<context>
    <name>local::SnapshotExport</name>
    <message>
        <source>%1 is not in the cache any more.</source>
        <translation>%1 liegt nicht mehr im Cache.</translation>
    </message>
    <message>
        <source>The copy of %1 on this computer is damaged. Nothing was written.</source>
        <translation>Die Kopie von %1 auf diesem Rechner ist beschädigt. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>An export ends in .zip or .tar.gz.</source>
        <translation>Ein Export endet auf .zip oder .tar.gz.</translation>
    </message>
</context>
<context>
    <name>local::SnapshotFiles</name>
    <message>
        <source>The name %1 is not safe to unpack.</source>
        <translation>Der Name %1 lässt sich nicht sicher entpacken.</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the cache.</source>
        <translation>%1 ist eine Verknüpfung, die aus dem Cache hinausführt.</translation>
    </message>
    <message>
        <source>Nothing of this revision is on this computer.</source>
        <translation>Nichts von dieser Revision liegt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>look::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>look::BreadcrumbBar</name>
    <message>
        <source>Location</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folders in between</source>
        <translation>Ordner dazwischen</translation>
    </message>
</context>
<context>
    <name>look::Chip</name>
    <message>
        <source>Remove filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>look::CommitDelegate</name>
    <message>
        <source>Shown</source>
        <translation>Angezeigt</translation>
    </message>
</context>
<context>
    <name>look::CommitRow</name>
    <message>
        <source>Commit %1</source>
        <translation>Commit %1</translation>
    </message>
</context>
<context>
    <name>look::LoadingRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>look::ResultDelegate</name>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Auf Anfrage</translation>
    </message>
</context>
<context>
    <name>look::RevisionButton</name>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
</context>
<context>
    <name>look::RevisionPopup</name>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Filter revisions</source>
        <translation>Revisionen filtern</translation>
    </message>
    <message>
        <source>Branch, tag or commit</source>
        <translation>Branch, Tag oder Commit</translation>
    </message>
    <message>
        <source>Pinned to</source>
        <translation>Festgelegt auf</translation>
    </message>
    <message>
        <source>Copy commit</source>
        <translation>Commit kopieren</translation>
    </message>
</context>
<context>
    <name>look::SpaceMap</name>
    <message>
        <source>Space map</source>
        <translation>Belegungskarte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>look::SpeedGraph</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Another Hubdeck is running and does not answer.</source>
        <translation>Ein anderes Hubdeck läuft und antwortet nicht.</translation>
    </message>
    <message>
        <source>The demo Hub is starting.</source>
        <translation>Der Demo-Hub startet.</translation>
    </message>
</context>
<context>
    <name>models::CacheTexts</name>
    <message numerus="yes">
        <source>%Ln repositories</source>
        <translation>
            <numerusform>%Ln Repository</numerusform>
            <numerusform>%Ln Repositorys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revisions</source>
        <translation>
            <numerusform>%Ln Revision</numerusform>
            <numerusform>%Ln Revisionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partial downloads</source>
        <translation>
            <numerusform>%Ln Teildownload</numerusform>
            <numerusform>%Ln Teildownloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln repositories</source>
        <translation>
            <numerusform>%1 in %Ln Repository</numerusform>
            <numerusform>%1 in %Ln Repositorys</numerusform>
        </translation>
    </message>
    <message>
        <source>No revision</source>
        <translation>Keine Revision</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>%1 is not a repository.</source>
        <translation>%1 ist kein Repository.</translation>
    </message>
    <message>
        <source>No revision of this repository is here.</source>
        <translation>Keine Revision dieses Repositorys ist hier.</translation>
    </message>
    <message>
        <source>%1 should be a folder.</source>
        <translation>%1 sollte ein Ordner sein.</translation>
    </message>
    <message>
        <source>%1 does not belong there.</source>
        <translation>%1 gehört dort nicht hin.</translation>
    </message>
    <message>
        <source>The content of %1 is missing. Download the revision again.</source>
        <translation>Der Inhalt von %1 fehlt. Abhilfe: die Revision erneut herunterladen.</translation>
    </message>
    <message>
        <source>%1 names a revision that is not here: other programs do not list this repository.</source>
        <translation>%1 nennt eine Revision, die nicht hier ist: Andere Programme führen dieses Repository nicht auf.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>losgelöst</translation>
    </message>
    <message>
        <source>Deleting %1 frees %2</source>
        <translation>Löschen gibt %2 frei: %1</translation>
    </message>
    <message>
        <source>%1 stays, because other repositories may use it</source>
        <translation>%1 bleiben, weil andere Repositorys sie vielleicht nutzen</translation>
    </message>
    <message>
        <source>%1 stays, because %2 uses it too</source>
        <translation>%1 bleiben, weil auch %2 sie nutzt</translation>
    </message>
    <message>
        <source>%1 stays, because %2 of %3 uses it too</source>
        <translation>%1 bleiben, weil auch %2 von %3 sie nutzt</translation>
    </message>
    <message>
        <source>Delete %1 from this computer?</source>
        <translation>%1 von diesem Rechner löschen?</translation>
    </message>
    <message>
        <source>Delete %1 of %2 from this computer?</source>
        <translation>%1 von %2 auf diesem Rechner löschen?</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>%1 freigegeben.</translation>
    </message>
    <message>
        <source>A download of %1 is running: what it needs was left.</source>
        <translation>Ein Download von %1 läuft: Was er braucht, blieb erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>Downloads of %1 and %Ln more are running: what they need was left.</source>
        <translation>
            <numerusform>Downloads von %1 und %Ln weiteren laufen: Was sie brauchen, blieb erhalten.</numerusform>
            <numerusform>Downloads von %1 und %Ln weiteren laufen: Was sie brauchen, blieb erhalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::FileState</name>
    <message>
        <source>Remote</source>
        <translation>Auf dem Hub</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Other revision</source>
        <translation>Andere Revision</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
</context>
<context>
    <name>models::Images</name>
    <message>
        <source>Qt has no plugin here for images of this kind.</source>
        <translation>Für Bilder dieser Art hat Qt hier kein Modul.</translation>
    </message>
    <message>
        <source>This image is damaged, or of a kind that cannot be shown.</source>
        <translation>Dieses Bild ist beschädigt oder von einer Art, die sich nicht anzeigen lässt.</translation>
    </message>
    <message>
        <source>This image has %1 × %2 pixels, more than is shown here.</source>
        <translation>Dieses Bild hat %1 × %2 Pixel, mehr als hier gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>models::PreviewKind</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Notebook</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Table as text</source>
        <translation>Tabelle als Text</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Safetensors weights</source>
        <translation>Safetensors-Gewichte</translation>
    </message>
    <message>
        <source>GGUF weights</source>
        <translation>GGUF-Gewichte</translation>
    </message>
    <message>
        <source>Pickled data</source>
        <translation>Pickle-Daten</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX-Modell</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>Arrow table</source>
        <translation>Arrow-Tabelle</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>models::TagTexts</name>
    <message>
        <source>Static pages</source>
        <translation>Statische Seiten</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message numerus="yes">
        <source>%1 downloads a month</source>
        <translation>
            <numerusform>%1 Download im Monat</numerusform>
            <numerusform>%1 Downloads im Monat</numerusform>
        </translation>
    </message>
    <message>
        <source>liked by %1</source>
        <translation>%1 Likes</translation>
    </message>
</context>
<context>
    <name>models::TaskTexts</name>
    <message>
        <source>Any to any</source>
        <translation>Alles zu allem</translation>
    </message>
    <message>
        <source>Audio classification</source>
        <translation>Audioklassifikation</translation>
    </message>
    <message>
        <source>Audio text to text</source>
        <translation>Audio und Text zu Text</translation>
    </message>
    <message>
        <source>Audio to audio</source>
        <translation>Audio zu Audio</translation>
    </message>
    <message>
        <source>Automatic speech recognition</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Depth estimation</source>
        <translation>Tiefenschätzung</translation>
    </message>
    <message>
        <source>Document question answering</source>
        <translation>Fragen zu Dokumenten</translation>
    </message>
    <message>
        <source>Feature extraction</source>
        <translation>Merkmalsextraktion</translation>
    </message>
    <message>
        <source>Fill mask</source>
        <translation>Lückenfüllen</translation>
    </message>
    <message>
        <source>Graph ML</source>
        <translation>Graph-ML</translation>
    </message>
    <message>
        <source>Image classification</source>
        <translation>Bildklassifikation</translation>
    </message>
    <message>
        <source>Image feature extraction</source>
        <translation>Merkmale aus Bildern</translation>
    </message>
    <message>
        <source>Image segmentation</source>
        <translation>Bildsegmentierung</translation>
    </message>
    <message>
        <source>Image text to text</source>
        <translation>Bild und Text zu Text</translation>
    </message>
    <message>
        <source>Image to 3D</source>
        <translation>Bild zu 3D</translation>
    </message>
    <message>
        <source>Image to image</source>
        <translation>Bild zu Bild</translation>
    </message>
    <message>
        <source>Image to text</source>
        <translation>Bild zu Text</translation>
    </message>
    <message>
        <source>Image to video</source>
        <translation>Bild zu Video</translation>
    </message>
    <message>
        <source>Keypoint detection</source>
        <translation>Punkterkennung</translation>
    </message>
    <message>
        <source>Mask generation</source>
        <translation>Maskenerzeugung</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>Multiple Choice</translation>
    </message>
    <message>
        <source>Object detection</source>
        <translation>Objekterkennung</translation>
    </message>
    <message>
        <source>Question answering</source>
        <translation>Fragen beantworten</translation>
    </message>
    <message>
        <source>Reinforcement learning</source>
        <translation>Bestärkendes Lernen</translation>
    </message>
    <message>
        <source>Robotics</source>
        <translation>Robotik</translation>
    </message>
    <message>
        <source>Sentence similarity</source>
        <translation>Satzähnlichkeit</translation>
    </message>
    <message>
        <source>Summarization</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Table question answering</source>
        <translation>Fragen zu Tabellen</translation>
    </message>
    <message>
        <source>Tabular classification</source>
        <translation>Tabellenklassifikation</translation>
    </message>
    <message>
        <source>Tabular regression</source>
        <translation>Tabellenregression</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>Textklassifikation</translation>
    </message>
    <message>
        <source>Text generation</source>
        <translation>Texterzeugung</translation>
    </message>
    <message>
        <source>Text ranking</source>
        <translation>Textrangfolge</translation>
    </message>
    <message>
        <source>Text retrieval</source>
        <translation>Textsuche</translation>
    </message>
    <message>
        <source>Text to 3D</source>
        <translation>Text zu 3D</translation>
    </message>
    <message>
        <source>Text to audio</source>
        <translation>Text zu Audio</translation>
    </message>
    <message>
        <source>Text to image</source>
        <translation>Text zu Bild</translation>
    </message>
    <message>
        <source>Text to speech</source>
        <translation>Text zu Sprache</translation>
    </message>
    <message>
        <source>Text to video</source>
        <translation>Text zu Video</translation>
    </message>
    <message>
        <source>Time series forecasting</source>
        <translation>Zeitreihenvorhersage</translation>
    </message>
    <message>
        <source>Token classification</source>
        <translation>Tokenklassifikation</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Unconditional image generation</source>
        <translation>Bilderzeugung ohne Vorgabe</translation>
    </message>
    <message>
        <source>Video classification</source>
        <translation>Videoklassifikation</translation>
    </message>
    <message>
        <source>Video text to text</source>
        <translation>Video und Text zu Text</translation>
    </message>
    <message>
        <source>Visual document retrieval</source>
        <translation>Bildgestützte Dokumentsuche</translation>
    </message>
    <message>
        <source>Visual question answering</source>
        <translation>Fragen zu Bildern</translation>
    </message>
    <message>
        <source>Voice activity detection</source>
        <translation>Sprachaktivitätserkennung</translation>
    </message>
    <message>
        <source>Zero shot classification</source>
        <translation>Zero-Shot-Klassifikation</translation>
    </message>
    <message>
        <source>Zero shot image classification</source>
        <translation>Zero-Shot-Bildklassifikation</translation>
    </message>
    <message>
        <source>Zero shot object detection</source>
        <translation>Zero-Shot-Objekterkennung</translation>
    </message>
</context>
<context>
    <name>models::TransferNews</name>
    <message numerus="yes">
        <source>%Ln downloads finished</source>
        <translation>
            <numerusform>%Ln Download fertig</numerusform>
            <numerusform>%Ln Downloads fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads failed</source>
        <translation>
            <numerusform>%Ln Download fehlgeschlagen</numerusform>
            <numerusform>%Ln Downloads fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not downloaded</source>
        <translation>%1 wurde nicht heruntergeladen</translation>
    </message>
    <message>
        <source>%1 is on this computer</source>
        <translation>%1 ist auf diesem Rechner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Transfers</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not secure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Proxy error</source>
        <translation>Proxy-Fehler</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Zugang fehlt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>No such revision</source>
        <translation>Revision fehlt</translation>
    </message>
    <message>
        <source>No such file</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Anfragelimit</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation>Falsche Antwort</translation>
    </message>
    <message>
        <source>Hash mismatch</source>
        <translation>Falscher Hash</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>Schreibfehler</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>in the cache</source>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>into the cache</source>
        <translation>in den Cache</translation>
    </message>
    <message>
        <source>into a folder</source>
        <translation>in einen Ordner</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files</source>
        <translation>
            <numerusform>%1 von %Ln Datei</numerusform>
            <numerusform>%1 von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Listing files</source>
        <translation>Listet Dateien auf</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>In use elsewhere</source>
        <translation>Anderswo in Arbeit</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>left out for their names: %Ln</source>
        <translation>
            <numerusform>wegen des Namens ausgelassen: %Ln</numerusform>
            <numerusform>wegen der Namen ausgelassen: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>finished at %1</source>
        <translation>fertig um %1</translation>
    </message>
</context>
<context>
    <name>transfer</name>
    <message>
        <source>What arrived for %1 is not the file that the Hub promised.</source>
        <translation>Was für %1 ankam, ist nicht die Datei, die der Hub angekündigt hat.</translation>
    </message>
    <message>
        <source>There is no room for this: %1 are needed, %2 are free.</source>
        <translation>Dafür ist kein Platz: %1 werden gebraucht, %2 sind frei.</translation>
    </message>
    <message>
        <source>The Hub names no hash for its content.</source>
        <translation>Der Hub nennt keinen Hash für den Inhalt.</translation>
    </message>
    <message>
        <source>The Hub lists it twice.</source>
        <translation>Der Hub führt sie zweimal auf.</translation>
    </message>
    <message>
        <source>The copy on this computer is damaged.</source>
        <translation>Die Kopie auf diesem Rechner ist beschädigt.</translation>
    </message>
</context>
</TS>
