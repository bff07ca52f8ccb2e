# Where the state of detached commands is kept: $base, and in it $d for the command $1.
base=$HOME/.baton
[ -n "$HOME" ] && [ -d "$HOME" ] && [ -w "$HOME" ] || base=/var/tmp/.baton-$(id -u)
d=$base/$1
running() { [ -s "$1/pid" ] && grep -qs "[b]aton-${1##*/}" "/proc/$(cat "$1/pid")/cmdline"; }
