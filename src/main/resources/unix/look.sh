# Says how the command $1 is, and when it runs no longer what it said: the first MiB of each stream, and one byte more.
limit=1048577
running "$d" && alive=yes || alive=no
kept() { head -c $limit "$d/$1.head" 2>/dev/null || head -c $limit "$d/$1" 2>/dev/null; }
show() {
    kept out
    kept err >&2
}
if [ ! -d "$d" ]; then
    echo absent
elif [ -f "$d/exit" ]; then
    echo "ended $(cat "$d/exit")"
    show
elif [ $alive = yes ]; then
    # Not by the time of day, which may jump.
    read -r up idle </proc/uptime
    echo "running $((${up%%.*} - $(cat "$d/begun")))"
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
