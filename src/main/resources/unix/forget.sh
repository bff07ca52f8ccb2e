# Takes away what is kept of the commands of the action $1 that run no longer, even if the shell around one has still to end.
for d in "$base/$1"-*; do
    [ -f "$d/exit" ] || ! running "$d" || continue
    rm -rf "$d"
done
