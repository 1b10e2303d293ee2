#!/usr/bin/env bash
# tar, zstd, jq, sha256sum and ssh-keygen open what Veldlog wrote.    bundle.sh VELDLOG
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
echo "1 passed, 0 failed"
