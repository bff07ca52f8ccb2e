# Starts the command $2 under the name $1, unless it was started before: only one can make the folder.
mkdir -m 0700 "$base" 2>/dev/null
if [ -L "$base" ] || [ ! -d "$base" ] || [ ! -O "$base" ] || ! chmod 0700 "$base"; then
    echo "$base is not a folder of this account alone" >&2
    exit 1
fi
if ! command -v setsid >/dev/null; then
    echo "this host has no setsid" >&2
    exit 1
fi
if mkdir -m 0700 "$d" 2>/dev/null; then
    setsid sh -c '
        read -r up idle </proc/uptime
        echo "${up%%.*}" >"$1/begun" && echo $$ >"$1/pid" || exit
        sh -c "$2"
        echo $? >"$1/exit.new" && mv "$1/exit.new" "$1/exit"' "baton-$1" "$d" "$2" \
        </dev/null >>"$d/out" 2>>"$d/err" &
    echo started
elif [ -d "$d" ]; then
    echo found
else
    echo "the folder $d cannot be made" >&2
    exit 1
fi
