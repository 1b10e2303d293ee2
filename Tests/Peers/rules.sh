#!/usr/bin/env bash
# Each rule of the format left out of the plain model, one at a time: the simulator must find the history that breaks.
# rules.txt names for each rule the first seed that does, of 200 steps; - where none is known yet.
#
#   Tests/Peers/rules.sh .build/release/veldlog-sim            every seed of the table breaks
#   Tests/Peers/rules.sh .build/release/veldlog-sim --write    search the first 300 seeds and write the table anew
set -euo pipefail
sim=$(realpath "$1")
table=$(realpath "$(dirname "$0")")/rules.txt

breaks() { # rule first-seed count: prints what was found, and says whether anything was
  local status=0
  "$sim" --seed "$2" --seeds "$3" --steps 200 --without "$1" --no-shrink --lang en || status=$?
  [ "$status" = 1 ] || [ "$status" = 0 ] || { echo "exit $status" >&2; exit 1; }
  [ "$status" = 1 ]
}

if [ "${2:-}" = --write ]; then
  "$sim" --rules | while read -r rule; do
    if found=$(breaks "$rule" 1 300); then
      echo "$rule $(sed -n 's/^seed \([0-9]*\) breaks.*/\1/p' <<<"$found")"
    else
      echo "$rule -"
    fi
  done >"$table.new"
  mv "$table.new" "$table"
  exit
fi

diff <("$sim" --rules | sort) <(cut -d' ' -f1 "$table" | sort)
while read -r rule seed; do
  [ "$seed" != - ] || continue
  breaks "$rule" "$seed" 1 >/dev/null || { echo "seed $seed does not break without $rule" >&2; exit 1; }
done <"$table"
echo "$(grep -vc ' -$' "$table") rules, each with a history that breaks without it; $(grep -c ' -$' "$table") without one yet"
