# Says how the command $1 is, and when it runs no longer what it said: the first MiB of each stream, and one byte more. While it
# runs, what it said from byte $2 of its output and byte $3 of its errors on, 64 KiB of each at most, and where to go on.
limit=1048577
running "$d" && alive=yes || alive=no
kept() { head -c $limit "$d/$1.head" 2>/dev/null || head -c $limit "$d/$1" 2>/dev/null; }
show() {
    kept out
    kept err >&2
}
# Up to which byte the stream $1 is shown that was shown up to byte $2.
reach() {
    size=$(($(kept "$1" | wc -c)))
    [ $size -lt $limit ] || size=$((limit - 1))
    [ $size -le $(($2 + 65536)) ] || size=$(($2 + 65536))
    [ $size -gt "$2" ] || size=$2
    echo $size
}
piece() { kept "$1" | tail -c "+$(($2 + 1))" | head -c $(($3 - $2)); }
if [ ! -d "$d" ]; then
    echo absent
elif [ -f "$d/exit" ]; then
    echo "ended $(cat "$d/exit")"
    show
elif [ $alive = yes ]; then
    # Not by the time of day, which may jump.
    read -r up idle </proc/uptime
    out=$(reach out "$2") err=$(reach err "$3")
    echo "running $((${up%%.*} - $(cat "$d/begun"))) $out $err"
    piece out "$2" "$out"
    piece err "$3" "$err" >&2
    # Much more than anybody will see must not fill the disk.
    for file in "$d/out" "$d/err"; do
        if [ "$(wc -c <"$file")" -gt 16777216 ]; then
            [ -e "$file.head" ] || head -c $limit "$file" >"$file.head"
            : >"$file"
        fi
    done
elif [ -s "$d/pid" ]; then
    echo lost
    show
else
    echo starting
fi
