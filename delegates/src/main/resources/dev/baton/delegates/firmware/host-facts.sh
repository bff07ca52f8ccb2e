LC_ALL=C; export LC_ALL; PATH=$PATH:/usr/sbin:/sbin
if [ -r /etc/debian_version ]; then printf 'release\t%s\n' "$(cat /etc/debian_version)"; fi
for fact in sys_vendor product_name product_serial bios_version; do
  value=$(cat "/sys/class/dmi/id/$fact" 2> /dev/null)
  if [ -n "$value" ]; then printf '%s\t%s\n' "$fact" "$value"; fi
done
for drive in /sys/block/*/device; do
  firmware=$(cat "$drive/firmware_rev" "$drive/rev" 2> /dev/null)
  if [ -n "$firmware" ]; then
    printf 'drive\t%s\t%s\t%s\t%s\n' "$drive" "$firmware" "$(cat "$drive/model" 2> /dev/null)" "$(cat "$drive/serial" 2> /dev/null)"
  fi
done
if command -v ethtool > /dev/null 2>&1; then
  for card in /sys/class/net/*/device; do
    if [ -e "$card" ]; then
      name=$(basename "${card%/device}")
      printf 'nic\t%s\t%s\n' "$name" "$(ethtool -i "$name" 2> /dev/null | sed -n 's/^firmware-version: *//p')"
    fi
  done
fi
exit 0
