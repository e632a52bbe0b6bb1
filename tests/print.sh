#!/usr/bin/env bash
# Prints the sample through a real print system, and looks at what comes out.
#
# A CUPS of its own, which nobody else sees, has one printer, which prints into PDF files. The job is given to it as the
# window gives it. PROGRAM names another program than target/debug/touchstone. Where something is missing that it needs, it
# says so and ends well.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${PROGRAM:-${CARGO_TARGET_DIR:-target}/debug/touchstone}")
PATH=$PATH:/usr/sbin
# Where the printer puts what nobody known prints.
tray=$(sed -n 's/^AnonDirName *//p' /etc/cups/cups-pdf.conf 2>/dev/null || true)
tray=${tray:-/var/spool/cups-pdf/ANONYMOUS}
# The printer makes pictures of letters, whose edges differ a little: so many of a thousand dots may.
tolerance=30

skip() {
    echo "skipped: $*"
    exit 0
}

for tool in cupsd lp lpstat lpadmin pdftoppm pdftotext pdfinfo compare; do
    command -v "$tool" >/dev/null || skip "$tool is missing (apt-get install cups cups-client printer-driver-cups-pdf poppler-utils imagemagick)"
done
driver=$(ls /usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd 2>/dev/null) || skip "the printer is missing (apt-get install printer-driver-cups-pdf)"
[ "$(id -u)" = 0 ] || skip "only root can start a print system"
[ -x "$program" ] || { echo "$program is missing: cargo build"; exit 1; }

work=$(mktemp -d)
server=''
tidy() {
    [ -n "$server" ] && kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf "$work"
}
trap tidy EXIT

fail() {
    echo "FAILED: $*"
    tail -n 20 "$work/log/error_log" 2>/dev/null | sed 's/^/    cups: /' || true
    exit 1
}

start_cups() {
    mkdir -p "$work"/{run,spool,cache,log,tmp}
    chmod 755 "$work"
    chmod 1777 "$work/tmp"
    cat >"$work/cups-files.conf" <<EOF
ServerRoot $work
RequestRoot $work/spool
TempDir $work/tmp
CacheDir $work/cache
StateDir $work/run
ErrorLog $work/log/error_log
AccessLog $work/log/access_log
PageLog $work/log/page_log
Printcap
SystemGroup root
Sandboxing relaxed
EOF
    cat >"$work/cupsd.conf" <<EOF
Listen $work/run/cups.sock
LogLevel info
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
EOF
    cupsd -f -c "$work/cupsd.conf" -s "$work/cups-files.conf" >"$work/log/cupsd" 2>&1 &
    server=$!
    # What nobody known prints goes to one folder, and not into somebody's home.
    export CUPS_SERVER=$work/run/cups.sock CUPS_USER=nobody-known
    for _ in $(seq 100); do [ -S "$CUPS_SERVER" ] && lpstat -r >/dev/null 2>&1 && break; sleep 0.1; done
    [ -S "$CUPS_SERVER" ] || skip "cupsd does not start: $(head -n 1 "$work/log/cupsd")"
    lpadmin -p Paper_tray-2 -E -v cups-pdf:/ -P "$driver" 2>"$work/log/lpadmin" || fail "no printer: $(cat "$work/log/lpadmin")"
}

# print LANGUAGE PAPER: prints the sample, and waits for what comes out: LANGUAGE-PAPER.printed.pdf.
print() {
    local name=$1-$2 said job came=''
    touch "$work/before"
    "$program" evaluate "$work"/sample/* --as-of 2017-06-27 --lang "$1" --paper "$2" --pdf "$work/$name.pdf" \
        --print Paper_tray-2 >"$work/$name.txt" || fail "the program does not print"
    said=$(tail -n 1 "$work/$name.txt")
    job=$(grep -oE '[0-9]+' <<<"$said" | tail -n 1)
    for _ in $(seq 300); do
        sleep 0.1
        [ -z "$(lpstat -W not-completed -o 2>/dev/null)" ] || continue
        came=$(find "$tray" -name '*.pdf' -newer "$work/before" | head -n 1)
        [ -z "$came" ] || break
    done
    [ -n "$came" ] || fail "job $job does not arrive"
    mv "$came" "$work/$name.printed.pdf"
    # What was handed over is the summary itself, and its text is there.
    cmp -s "$work/$name.pdf" "$work/spool/d$(printf '%05d' "$job")-001" || fail "job $job is not the summary"
    echo "printed: $name, $said"
}

# differs FIRST SECOND: how many of a thousand dots of two documents' pages differ.
differs() {
    local dots=0 different=0 page count
    for page in "$work/$1"-?.png; do
        count=$(compare -metric AE -fuzz 25% "$page" "$work/$2${page#"$work/$1"}" null: 2>&1) || true
        [[ $count =~ ^[0-9.e+]+$ ]] || { echo 1000; return; }
        different=$((different + $(printf '%.0f' "$count")))
        dots=$((dots + $(identify -format '%w*%h' "$page")))
    done
    echo $((different * 1000 / dots))
}

start_cups
mkdir "$work/sample"
"$program" sample "$work/sample" >/dev/null
for job in "en a4" "es letter"; do
    name=${job/ /-}
    print $job
    for which in "$name" "$name.printed"; do
        pdftoppm -q -r 60 -gray -png "$work/$which.pdf" "$work/$which"
    done
    pages=$(pdfinfo "$work/$name.pdf" 2>/dev/null | awk '/^Pages/ { print $2 }')
    printed=$(pdfinfo "$work/$name.printed.pdf" 2>/dev/null | awk '/^Pages/ { print $2 }')
    [ "$pages" = "$printed" ] || fail "$name has $pages pages, of which $printed come out"
    different=$(differs "$name" "$name.printed")
    echo "looks: $name, $pages pages, $different of 1000 dots differ"
    [ "$different" -le $tolerance ] || fail "what comes out is not the summary"
done
words=$(pdftotext -q "$work/spool/d00001-001" - | tr -s ' \n\f' ' ')
for figure in '127,350' '172,650' 'Ana Núñez' 'MB2-710'; do
    grep -qF "$figure" <<<"$words" || fail "$figure is not printed"
done
# The comparison can tell: the summary in another language is another one.
"$program" evaluate "$work"/sample/* --as-of 2017-06-27 --lang es --paper a4 --pdf "$work/other.pdf" >/dev/null
pdftoppm -q -r 60 -gray -png "$work/other.pdf" "$work/other"
different=$(differs other en-a4.printed)
[ "$different" -gt $tolerance ] || fail "the comparison takes one language for the other"
echo "looks: the same in Spanish, $different of 1000 dots differ"
if "$program" evaluate "$work"/sample/* --as-of 2017-06-27 --lang en --print Nowhere >/dev/null 2>"$work/refused"; then
    fail "a printer that is not there prints"
fi
grep -q 'print system says' "$work/refused" || fail "it does not say why: $(cat "$work/refused")"
echo "refused: $(cat "$work/refused")"
echo "print: done in $SECONDS s"
