#!/usr/bin/env bash
# The live dashboard on a real terminal: it follows a second process that records, shows the facts behind a figure and
# comes back to where one was, draws at other sizes, and gives the terminal back however it ends.
#
#     bash Tests/Peers/live.sh .build/release/veldlog
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
screen() { tmux -S "$work/tmux" "$@"; }
trap 'screen kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" LC_ALL=C.UTF-8 NO_COLOR=
cd "$work"

veldlog() { "$program" --dir "$work/w" --lang en "$@"; }
shown() { screen capture-pane -p -t live; }
keys() { for key in "$@"; do screen send-keys -t live "$key"; done; }
fail() { printf 'live: %s\n' "$*" >&2; shown >&2 || true; exit 1; }

# Waits until a command succeeds, ten seconds at most.
await() {
  for _ in $(seq 100); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.1
  done
  fail "waited in vain for: $*"
}
says() { shown | grep -qF -e "$1"; }
silent() { ! says "$1"; }
ended() { [ -s "$work/after" ]; }
# The screen without the line that tells how long ago facts came.
still() { shown | grep -v 'live:' || true; }

veldlog init --workspace Proef --regio zeeland --name "laptop 1" >/dev/null 2>&1
{
  echo 'traject,aanbieder,regio,datum'
  for n in $(seq 40); do echo "T-$n,zee-00$((n % 3 + 1)),zeeland,2016-01-04"; done
} >starts.csv
{
  echo 'traject,datum,reden'
  for n in $(seq 40); do echo "T-$n,2016-05-$((n % 20 + 10)),0$((n % 5 + 1))"; done
} >ends.csv
veldlog import starts.csv --kind traject_gestart >/dev/null 2>&1
veldlog import ends.csv --kind traject_beeindigd >/dev/null 2>&1

# Into a pipe it says what it needs.
status=0
said=$(veldlog dashboard --live 2>&1 </dev/null | cat; exit "${PIPESTATUS[0]}") || status=$?
[ "$status" = 1 ] && grep -q 'draws on a terminal' <<<"$said"

start() {
  rm -f before after
  screen -f /dev/null new-session -d -s live -x 100 -y 30 \
    "cd '$work'; stty -g >before; '$program' --dir w --lang en dashboard --live; echo \$? >status; stty -g >after; sleep 60"
  await says "How is it going?"
}

# The terminal echoes again, and shows what it showed.
restored() {
  await ended
  cmp before after || fail "the terminal was not restored after $1"
  [ "$(screen display-message -p -t live '#{alternate_on}#{cursor_flag}#{wrap_flag}')" = 011 ] ||
    fail "the screen was not restored after $1"
  screen kill-session -t live
}

start
await says "40 trajectories"
await says "nothing new"

# A second process records: the screen follows by itself.
veldlog record traject_gestart traject=N-1 aanbieder=zee-001 regio=zeeland datum=2016-02-01 >/dev/null
veldlog record traject_beeindigd traject=N-1 datum=2016-06-01 reden=03 >/dev/null
await says "41 trajectories"
await says "new fact"
# The end of 2016 is long ago.
await says "of them late (k)"

# To a figure, into its facts, and back to the same place.
keys Down Down
await says "▸Uitval (broad)"
before=$(still)
keys w
await says "The facts behind: Uitval (broad)"
await says "17 counted"
veldlog record traject_gestart traject=N-2 aanbieder=zee-001 regio=zeeland datum=2016-02-01 >/dev/null
veldlog record traject_beeindigd traject=N-2 datum=2016-06-02 reden=03 >/dev/null
await says "18 counted"
await says "18 of 42 trajectories"
keys End Escape
await says "▸Uitval (broad)"
await says "42 trajectories"
keys a
await says "Who differs?"
keys Down d
await says "How is it going here?"
keys Escape
await says "▸zee-002"
keys Escape
await says "▸Uitval (broad)"
[ "$(still | wc -l)" = "$(wc -l <<<"$before")" ] || fail "not back where it was"

# An erasure takes a fact out of the list and out of the figure above it.
keys w
await says "18 of 42 trajectories"
veldlog erase --traject N-2 --ground "asked for" --yes >/dev/null 2>&1
await says "17 counted"
await says "17 of 41 trajectories"
await says "2 erased"
keys Escape
await says "41 trajectories"

# A mistake in a filter is shown under its word, and changes nothing.
keys f "regio = zeelnd" Enter
await says "did you mean 'zeeland'?"
shown | grep -A1 'regio = zeelnd' | tail -n 1 | grep -q '                 ^^^^^^' || fail "no place under the word"
keys Escape
await says "▸Uitval (broad)"

# What is shown goes to a new file, and never over an old one.
keys e C-u "shown.csv" Enter
await says "not for sharing)"
grep -q '^,uitval_breed,.*periode = 2016k2' shown.csv
keys e C-u "shown.csv" Enter
await says "exists already"
keys Escape

# Other sizes: drawn anew, nothing wider than the terminal; too small says so, and recovers.
for size in 60x24 200x50 80x24; do
  screen resize-window -t live -x "${size%x*}" -y "${size#*x}"
  await says "? help"
  await says "Goal attainment"
done
screen resize-window -t live -x 59 -y 24
await says "needs 60 columns and 12 rows"
screen resize-window -t live -x 100 -y 11
await says "needs 60 columns and 12 rows"
screen resize-window -t live -x 100 -y 30
await says "▸Uitval (broad)"

# Drawn once on a terminal that is too narrow, it says so and draws nothing.
screen -f /dev/null new-session -d -s narrow -x 40 -y 20 "cd '$work'; '$program' --dir w --lang en dashboard; sleep 60"
sleep 1
screen capture-pane -p -t narrow | tr -d '\n' | grep -q 'this screen needs 60 columns, and this terminal has 40' ||
  fail "a narrow terminal was not told"
screen capture-pane -p -t narrow | grep -q "How is it going" && fail "a screen was drawn on a narrow terminal"
screen kill-session -t narrow

# It ends by a key, by a signal, and is stopped and told to go on.
keys q
restored "q"
[ "$(cat status)" = 0 ]
for signal in TERM INT HUP SEGV; do
  start
  pid=$(screen display-message -p -t live '#{pane_pid}')
  kill -"$signal" "$(pgrep -P "$pid" -f 'dashboard --live')"
  restored "$signal"
  [ "$(cat status)" -gt 128 ]
done
screen -f /dev/null new-session -d -s live -x 100 -y 30 "cd '$work'; bash --norc"
keys "stty -g >before; '$program' --dir w --lang en dashboard --live" Enter
await says "How is it going?"
keys C-z
await says "Stopped"
keys "clear; fg" Enter
await says "▸Goal attainment"
rm -f after
keys q
# What is typed before the shell is back goes to the dashboard, and is lost.
await silent "Goal attainment"
keys "stty -g >after" Enter
restored "Ctrl-Z"

echo "live: follows a second process, explains figures, survives other sizes, and gives the terminal back"
