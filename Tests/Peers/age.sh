#!/usr/bin/env bash
# The program age opens what Veldlog encrypts, and the other way round.    age.sh
# Needs age and the tests built; the passphrase goes through a terminal of Python's making.
set -euo pipefail
cd "$(dirname "$0")/../.."
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
export VELDLOG_AGE_FOLDER=$WORK

peer_tests() { swift test --skip-build --filter AgePeerTests >"$WORK/log.txt" 2>&1 || { cat "$WORK/log.txt" >&2; exit 1; }; }
with_passphrase() {
  python3 - "$(cat "$WORK/passphrase")" "$@" <<'PY'
import os, pty, sys
passphrase, command = sys.argv[1].encode() + b"\n", sys.argv[2:]
process, terminal = pty.fork()
if process == 0:
    os.execvp(command[0], command)
seen = b""
try:
    while data := os.read(terminal, 1024):
        seen += data
        # Once for each time it is asked.
        while b"passphrase" in seen and b":" in seen.split(b"passphrase", 1)[1]:
            seen = seen.split(b"passphrase", 1)[1].split(b":", 1)[1]
            os.write(terminal, passphrase)
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
PY
}

peer_tests
for KEY in key-ssh key-x25519; do age -d -i "$WORK/$KEY" "$WORK/ours-keys.age" | cmp - "$WORK/content"; done
with_passphrase age -d -o "$WORK/opened" "$WORK/ours-passphrase.age"
cmp "$WORK/opened" "$WORK/content"
printf x | dd of="$WORK/ours-keys.age" bs=1 seek=100000 conv=notrunc status=none
if age -d -i "$WORK/key-ssh" "$WORK/ours-keys.age" >/dev/null 2>&1; then
  echo "age opened a changed file" >&2
  exit 1
fi

TO=(-R "$WORK/recipient-ssh" -R "$WORK/recipient-x25519")
age "${TO[@]}" -o "$WORK/theirs-keys.age" "$WORK/content"
age -a "${TO[@]}" -o "$WORK/theirs-armored.age" "$WORK/content"
with_passphrase age -p -o "$WORK/theirs-passphrase.age" "$WORK/content"
peer_tests
grep -q 'files of age open.*passed' "$WORK/log.txt"
echo "1 passed, 0 failed"
