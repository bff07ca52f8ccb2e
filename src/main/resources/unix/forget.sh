# Takes away what is kept of the commands of the action $1 that run no longer.
for d in "$base/$1"-*; do
    running "$d" || rm -rf "$d"
done
