# Sourced by ./dev demo: the demonstration vault, then the window; without a display pictures of it and the record as text.
demo=$here/build/demo
vault=$demo/vault
secret=$demo/passphrase
mkdir -p "$demo"
if [ ! -e "$demo/.ready" ]; then
  rm -rf "$vault"
  # Fictional people only: the passphrase protects nothing and is kept beside the vault, so that the demonstration opens by itself.
  printf 'fictional people only\n' > "$secret"
  env_run "$chartline" --vault "$vault" --passphrase-file "$secret" init > "$demo/recovery-key.txt"
  env_run "$chartline" --vault "$vault" --passphrase-file "$secret" import \
    "$here/app/demo/city-practice" "$here/app/demo/st-mary-hospital" "$here/app/demo/lakeside-imaging" >&2
  touch "$demo/.ready"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  env_run "$chartline" --vault "$vault" --passphrase-file "$secret"
else
  with_display "$chartline" --vault "$vault" --passphrase-file "$secret" --screenshots "$demo"
  env_run "$chartline" --vault "$vault" --passphrase-file "$secret" patients
  env_run "$chartline" --vault "$vault" --passphrase-file "$secret" timeline --person P1
  printf '\nNo display: the main views are pictures in %s:\n' "$demo"
  (cd "$demo" && ls -- *.png)
fi
