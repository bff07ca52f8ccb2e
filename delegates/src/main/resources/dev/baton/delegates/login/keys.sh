# $0: baton-add-key or baton-drop-key; $1: the file of keys; the standard input has two keys.
set -eu
umask 077
LC_ALL=C; export LC_ALL
cd
read -r type key rest; first="$type $key"
read -r type key rest; second="$type $key"
file=$(readlink -f "$1")
if ! [ -f "$file" ]; then echo "there is no file $1" >&2; exit 3; fi
fresh=$(mktemp "$file.baton-XXXXXX")
trap 'rm -f "$fresh"' EXIT
cp -p "$file" "$fresh"
if [ "$0" = baton-add-key ]; then
  # The second key may do what the first one may: its line is a copy.
  awk -v old="$first" -v new="$second" '
    { print }
    !/^[ \t]*#/ && (at = index($0, old)) && substr($0, at + length(old), 1) ~ /^[ \t]?$/ {
      print substr($0, 1, at - 1) new substr($0, at + length(old)); found = 1
    }
    END { exit !found }' "$file" > "$fresh" || { echo "the key of this session is not in $1" >&2; exit 4; }
else
  if ! grep -qF -e "$second" "$file"; then echo "the key that shall stay is not in $1" >&2; exit 4; fi
  awk -v old="$first" '/^[ \t]*#/ || !index($0, old)' "$file" > "$fresh"
fi
sync
mv -f "$fresh" "$file"
