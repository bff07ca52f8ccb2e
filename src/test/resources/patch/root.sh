#!/bin/sh
# A Debian root of its own over the one of this machine, in a mount namespace that ends with this process: root.sh FOLDER REPOSITORIES
# Real: apt, dpkg, their files and locks. Played: systemctl, needrestart, the boot id.
set -eu
folder=$1 repositories=$2
mount -t tmpfs tmpfs "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
cd "$folder/root"
mount -t proc proc proc
mount --bind /dev dev
mount -t tmpfs tmpfs run
mkdir -p srv/repositories
mount --bind "$repositories" srv/repositories
echo boot-1 >run/test-boot
mount --bind run/test-boot proc/sys/kernel/random/boot_id
rm -rf etc/apt/sources.list etc/apt/sources.list.d/* etc/apt/preferences.d/* var/lib/apt/lists/*
for repository in srv/repositories/*; do
  echo "deb [trusted=yes] file:/$repository ./" >>etc/apt/sources.list
done
echo 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm' >run/os-release
mount --bind run/os-release etc/os-release
cat >usr/bin/systemctl <<'END'
#!/bin/sh
case "$*" in
is-system-running) echo running ;;
--failed*) cat /run/test-failed ;;
list-units*) echo 'cron.service loaded active running it' ;;
reboot) echo "boot-$(date +%s%N)" >/run/test-boot; rm -f /run/test-kernel /run/test-stale ;;
restart*) shift; for unit; do sed -i "/ $unit\$/d" /run/test-stale; done ;;
esac
END
cat >usr/sbin/needrestart <<'END'
#!/bin/sh
echo 'NEEDRESTART-VER: 3.6'
case "$*" in
*-k*) [ -e /run/test-kernel ] && echo 'NEEDRESTART-KSTA: 3' || echo 'NEEDRESTART-KSTA: 1' ;;
*) cat /run/test-stale 2>/dev/null || true ;;
esac
END
chmod 755 usr/bin/systemctl usr/sbin/needrestart
: >run/test-failed
printf 'NEEDRESTART-SVC: cron.service\nNEEDRESTART-SVC: dbus.service\n' >run/test-stale
rm -f vmlinuz
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
chroot . apt-get -qq update
chroot . apt-get -y -qq -o Dpkg::Use-Pty=0 install baton-sec=1.0-1 baton-plain=1.0-1 baton-held=1.0-1 baton-pin=1.0-1 \
  baton-excluded=1.0-1 >/dev/null 2>&1
chroot . apt-mark hold baton-held >/dev/null
printf 'Package: baton-pin\nPin: version 1.0-1\nPin-Priority: 1001\n' >etc/apt/preferences.d/baton
echo "ready $$"
exec sleep infinity
