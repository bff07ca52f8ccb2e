# Ends what runs of the action $1: INT, TERM and KILL to every process group in the sessions that its commands lead, with
# pauses of at most $2, $3 and $4 seconds. Its last line says what came of it.
LC_ALL=C
export LC_ALL
me=$(id -u)
if [ ! -r /proc/1/stat ]; then
    echo "hidden"
    exit
fi

about() {
    read -r line 2>/dev/null <"/proc/$1/stat" || return
    set -- ${line##*) }
    state=$1 group=$3 session=$4
    [ "$state" != Z ] && [ "$state" != X ]
}

marked=" $(grep -ls "[b]aton-$1" /proc/[0-9]*/cmdline | tr -dc '0-9\n' | tr '\n' ' ') "
sessions=
for pid in $marked; do
    about "$pid" || continue
    leader=$session
    case $marked in
    *" $leader "*) ;;
    *)
        if about "$leader"; then
            echo "shared"
            exit
        fi
        ;;
    esac
    sessions="$sessions $leader "
done

living() {
    groups= others=
    for process in /proc/[0-9]*; do
        about "${process#/proc/}" || continue
        case $sessions in *" $session "*) ;; *) continue ;; esac
        case $groups in *" $group "*) ;; *) groups="$groups $group " ;; esac
        [ -O "$process" ] || others=yes
    done
    [ -n "$groups" ]
}

if ! living; then
    echo gone
    exit
fi
for step in "INT $2" "TERM $3" "KILL $4"; do
    signal=${step% *} left=${step#* }
    for group in $groups; do
        # Sudo passes INT and TERM on to what it runs, but it cannot pass on KILL.
        [ "$signal" != KILL ] || [ -z "$others" ] || [ "$me" = 0 ] || sudo -n kill -KILL -- "-$group"
        kill -s "$signal" -- "-$group" 2>/dev/null
    done
    while living && [ "$left" -gt 0 ]; do
        sleep 1
        left=$((left - 1))
    done
    if [ -z "$groups" ]; then
        echo "ended $signal"
        exit
    fi
done
echo "alive $groups"
