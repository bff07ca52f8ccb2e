#!/bin/sh
# Builds a repository of small packages: repository.sh FOLDER LABEL SUITE NAME=VERSION...; "-broken" in a name makes its version 1.0-2 break a service.
set -eu
folder=$1 label=$2 suite=$3
shift 3
mkdir -p "$folder"
for package in "$@"; do
  name=${package%%=*} version=${package#*=}
  build=$(mktemp -d)
  mkdir -p "$build/DEBIAN" "$build/usr/share/$name"
  printf 'Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: for a test\n' \
    "$name" "$version" >"$build/DEBIAN/control"
  echo "$version" >"$build/usr/share/$name/version"
  case $package in
  *-broken=1.0-2) echo 'echo "$DPKG_MAINTSCRIPT_PACKAGE.service loaded failed failed it" >/run/test-failed' ;;
  *) echo ': >/run/test-failed' ;;
  esac | sed '1i #!/bin/sh' >"$build/DEBIAN/postinst"
  chmod 755 "$build/DEBIAN/postinst"
  dpkg-deb --root-owner-group -b "$build" "$folder/${name}_${version}_all.deb" >/dev/null
  rm -r "$build"
done
cd "$folder"
for file in *.deb; do
  dpkg-deb -f "$file"
  printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$file" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d' ' -f1)"
done >Packages
printf 'Origin: Debian\nLabel: %s\nSuite: %s\nCodename: %s\nVersion: 12\nDate: %s\nSHA256:\n %s %s Packages\n' "$label" "$suite" "$suite" \
  "$(date -Ru)" "$(sha256sum Packages | cut -d' ' -f1)" "$(stat -c %s Packages)" >Release
