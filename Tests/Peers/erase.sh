#!/usr/bin/env bash
# After an erasure grep and zstd find nothing of it in any file of any instance, and an old bundle brings nothing back.
#
#     bash Tests/Peers/erase.sh .build/release/veldlog
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" LC_ALL=C.UTF-8
cd "$work"
words=(Zonnebloemstraat resp-16-proef Proefpersoon klinkende opname-zestien)

at() { local instance=$1; shift; "$program" --dir "$work/$instance" --lang en "$@"; }
log() { at "$1" status --format json | jq -r .log; }
join() {
  at a invite >invite.json
  at "$1" init --invite invite.json --regio zeeland --name "laptop $1" >/dev/null
}

# The files of an instance that hold one of the words, bundles unpacked.
places() {
  for word in "${words[@]}"; do
    grep -rl --binary-files=text -e "$word" "$1" || true
    find "$1" | grep -e "$word" || true
    find "$1" -name '*.veld' | while read -r bundle; do
      if zstd -dcq "$bundle" | grep -q --binary-files=text -e "$word"; then echo "$bundle"; fi
    done
  done
}

at a init --workspace Proef --regio zeeland --name "laptop a" >/dev/null
join b
join c
at a trust add "$(log b)" >/dev/null
at a record respondent respondent=resp-16-proef functie=wethouder >/dev/null
at a record respondent_naam respondent=resp-16-proef naam="Mw. Proefpersoon" >/dev/null
at a record interview interview=I-0007 respondenten=resp-16-proef datum=2-3-2016 >/dev/null
at a record quote interview=I-0007 tekst="in de Zonnebloemstraat" vrijgave=wacht >/dev/null
printf 'klinkende opname van resp-16-proef\n' >opname-zestien.m4a
at a record bijlage --file opname-zestien.m4a interview=I-0007 >/dev/null 2>&1
at a bundle create --plain -o old.veld >/dev/null 2>&1
at b bundle apply old.veld >/dev/null
# A stranger passes on what it got: b keeps that bundle whole, packed, in held/.
at c bundle apply old.veld >/dev/null
at c bundle create --plain -o stranger.veld >/dev/null 2>&1
at b bundle apply stranger.veld >/dev/null 2>&1 || true
[ -n "$(places a)" ] && [ -n "$(places b)" ] && ls b/held/*.veld >/dev/null

at a erase --respondent resp-16-proef --ground "verzoek van de betrokkene" --yes >/dev/null 2>&1
at a bundle create --plain -o new.veld >/dev/null 2>&1
at b bundle apply new.veld >/dev/null 2>&1 || true
at b bundle create --plain -o answer.veld >/dev/null 2>&1
at a bundle apply answer.veld >/dev/null
for round in 1 2; do
  for instance in a b; do
    found=$(places "$instance")
    if [ -n "$found" ]; then printf 'still there, round %s:\n%s\n' "$round" "$found" >&2; exit 1; fi
    at "$instance" verify >/dev/null
    # What was sent before, once more.
    at "$instance" bundle apply old.veld >/dev/null 2>&1 || true
  done
done
# A traject goes out of the snapshot of figures too, here and where the decision arrives, and stays out of the next one.
count=$((${#words[@]} + 1))
words=(traject-zestien)
at b record traject_gestart traject=traject-zeventien aanbieder=zee-001 regio=zeeland datum=4-1-2016 >/dev/null
at b record traject_gestart traject=traject-zestien aanbieder=zee-001 regio=zeeland datum=4-1-2016 >/dev/null
at b record traject_beeindigd traject=traject-zestien datum=2-5-2016 reden=03 >/dev/null
at b bundle create --plain -o facts.veld >/dev/null 2>&1
at a bundle apply facts.veld >/dev/null
for instance in a b; do
  [ "$(at "$instance" --format json query instroom | jq '.[0].instroom.value')" = 2 ]
  # A private log with facts that figures are about would keep it from being made.
  grep -q --binary-files=text traject-zestien "$instance/cache/figures.snapshot"
done
at b erase --traject traject-zestien --ground "verzoek van de betrokkene" --yes >/dev/null 2>&1
at b bundle create --plain -o gone.veld >/dev/null 2>&1
at a bundle apply gone.veld >/dev/null 2>&1 || true
at a bundle create --plain -o done.veld >/dev/null 2>&1
at b bundle apply done.veld >/dev/null 2>&1 || true
for round in 1 2; do
  for instance in a b; do
    found=$(places "$instance")
    if [ -n "$found" ]; then printf 'still there, round %s:\n%s\n' "$round" "$found" >&2; exit 1; fi
    # What is made anew holds the other one alone.
    [ "$(at "$instance" --format json query instroom | jq '.[0].instroom.value')" = 1 ]
    grep -q --binary-files=text traject-zeventien "$instance/cache/figures.snapshot"
  done
done
[ "$(at a status --format json | jq -r .fingerprint)" = "$(at b status --format json | jq -r .fingerprint)" ]
[ "$(at a status --format json | jq '[.erasures.decisions[] | .waiting | length] | add')" = 0 ]
echo "erase: nothing of $count words is left on two instances, and an old bundle brings nothing back"
