#!/usr/bin/env bash
# tar, zstd, jq, sha256sum, ssh-keygen and age open what Veldlog wrote.    bundle.sh VELDLOG
set -euo pipefail
VELDLOG=$(realpath "$1")
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$WORK"
"$VELDLOG" --dir a init --workspace Proef --regio zeeland --name proef >log.txt 2>&1
"$VELDLOG" --dir a record traject_gestart traject=T-1 aanbieder=zee-003 regio=zeeland datum=2016-01-11 >>log.txt
"$VELDLOG" --dir a bundle create --plain -o a.veld >>log.txt 2>&1
zstd -q -t a.veld
mkdir open
tar --zstd -xf a.veld -C open
cd open
jq -e '.bundle == 1 and (.segments | length) == 1' manifest.json >/dev/null
jq -r '.segments[] | .sha256 + "  " + .path' manifest.json | sha256sum --check --quiet
KEY=$(head -1 logs/*/*.jsonl | jq -r .payload.public_key)
echo "writer $KEY" >allowed
ssh-keygen -Y verify -f allowed -I writer -n veldlog-bundle -s manifest.json.sig <manifest.json
if printf ' ' | cat manifest.json - | ssh-keygen -Y verify -f allowed -I writer -n veldlog-bundle -s manifest.json.sig 2>/dev/null; then
  echo "a changed manifest was accepted" >&2
  exit 1
fi
jq -es 'map(.head.seq) == [range(1; length + 1)]' logs/*/*.jsonl >/dev/null
ssh-keygen -y -f ../a/keys/"$(jq -r .writer manifest.json)" >/dev/null

# Two members: what is encrypted to one opens with that one's key, and with the real age.
cd "$WORK"
"$VELDLOG" --dir a --format json invite >invite.json 2>>log.txt
"$VELDLOG" --dir b init --invite invite.json --regio twente --name ander >>log.txt 2>&1
"$VELDLOG" --dir b bundle create --plain -o b.veld >>log.txt 2>&1
OTHER=$(basename "$(grep -l '"audience":"gedeeld"' b/logs/*/0000000001.jsonl | xargs -n1 dirname | grep -v "$(jq -r .workspace invite.json)")")
"$VELDLOG" --dir a trust add "$OTHER" >>log.txt 2>&1
"$VELDLOG" --dir a bundle apply b.veld >>log.txt 2>&1
"$VELDLOG" --dir a bundle create --for "$OTHER" -o for-b.veld.age >>log.txt 2>&1
head -1 for-b.veld.age | grep -qx 'age-encryption.org/v1'
if command -v age >/dev/null; then
  age -d -i b/keys/"$OTHER" for-b.veld.age | zstd -q -t
  age -d -i b/keys/"$OTHER" for-b.veld.age | tar --zstd -xOf - manifest.json | jq -e --arg log "$OTHER" '.for == [$log]' >/dev/null
  age -d -i a/keys/"$(jq -r .workspace invite.json)" for-b.veld.age | age -e -R <(ssh-keygen -y -f b/keys/"$OTHER") >again.veld.age
  "$VELDLOG" --dir b bundle apply again.veld.age >>log.txt 2>&1
fi
"$VELDLOG" --dir b bundle apply for-b.veld.age >>log.txt 2>&1
[ "$("$VELDLOG" --dir a --format json status 2>/dev/null | jq -r .fingerprint)" = "$("$VELDLOG" --dir b --format json status 2>/dev/null | jq -r .fingerprint)" ]
echo "1 passed, 0 failed"
