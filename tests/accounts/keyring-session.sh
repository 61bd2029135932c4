#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# keyring-session.sh STATE COMMAND…: runs COMMAND beside a keychain of its own, in a home of its own. It exits with
# COMMAND's code and ends all that it started. STATE is one of
#   unlocked   GNOME's keyring, open and empty           locked   the same after a restart: nobody gave its password
#   silent     the same, stopped: it never answers
#   absent     a bus without a keychain                  nobus    no session bus either
# Within desktop-session.sh the first three are on that desktop's bus, where they can ask for the password. Otherwise the
# bus is one that starts nothing by itself, and there is no display.
set -euo pipefail

# says WORDS OBJECT METHOD ARGUMENT…: the keychain's answer has these words. It is not started for it.
says() {
    local words=$1 bus=org.freedesktop.DBus
    shift
    dbus-send --session --print-reply --dest=$bus /org/freedesktop/DBus $bus.GetNameOwner \
        string:org.freedesktop.secrets >/dev/null 2>&1 || return
    dbus-send --session --print-reply --dest=org.freedesktop.secrets "$@" 2>/dev/null | grep -q "$words"
}

daemon=
# start_daemon LOCKED OPTIONS…: LOCKED, true or false, is what it is to say of the place for new entries.
start_daemon() {
    local locked=$1 try
    shift
    # What is started by & has no input but for the words that give it one.
    gnome-keyring-daemon --foreground --components=secrets "$@" <&0 >"$HOME/keyring.log" 2>&1 &
    daemon=$!
    for ((try = 0; try < 400; ++try)); do
        if says "boolean $locked" /org/freedesktop/secrets/aliases/default org.freedesktop.DBus.Properties.Get \
            string:org.freedesktop.Secret.Collection string:Locked; then
            return
        fi
        sleep 0.05
    done
    cat "$HOME/keyring.log" >&2
    exit 1
}

end_daemon() {
    [[ -n $daemon ]] || return 0
    kill "$daemon" 2>/dev/null || true
    kill -CONT "$daemon" 2>/dev/null || true
    wait "$daemon" 2>/dev/null || true
    daemon=
}

inside_the_bus() {
    trap end_daemon EXIT
    if [[ $HUBDECK_KEYRING != absent ]]; then
        start_daemon false --unlock <<<'made up'
    fi
    if [[ $HUBDECK_KEYRING == locked ]]; then
        end_daemon
        start_daemon true </dev/null
    fi
    if [[ $HUBDECK_KEYRING == silent ]]; then
        kill -STOP "$daemon"
    fi
    export HUBDECK_KEYRING_PID=$daemon
    local code=0
    "$@" || code=$?
    end_daemon
    exit "$code"
}

if [[ $1 == --inside ]]; then
    inside_the_bus "${@:2}"
fi

export HUBDECK_KEYRING=$1
shift
case $HUBDECK_KEYRING in
    unlocked | locked | silent | absent | nobus) ;;
    *)
        echo "keyring-session.sh: no such state: $HUBDECK_KEYRING" >&2
        exit 2
        ;;
esac

HOME=$(mktemp -d)
child=
trap '[[ -z $child ]] || kill "$child" 2>/dev/null; wait; rm -rf "$HOME"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
export HOME XDG_DATA_HOME=$HOME/data XDG_CONFIG_HOME=$HOME/config XDG_CACHE_HOME=$HOME/cache
unset GNOME_KEYRING_CONTROL

run=("$(readlink -f -- "${BASH_SOURCE[0]}")" --inside "$@")
if [[ $HUBDECK_KEYRING == absent || $HUBDECK_KEYRING == nobus ]]; then
    unset HUBDECK_IN_DESKTOP_SESSION
fi
if [[ -z ${HUBDECK_IN_DESKTOP_SESSION:-} ]]; then
    export XDG_RUNTIME_DIR=$HOME/run
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
fi
if [[ $HUBDECK_KEYRING == nobus ]]; then
    run=("$@")
elif [[ -z ${HUBDECK_IN_DESKTOP_SESSION:-} ]]; then
    cat >"$HOME/bus.conf" <<END
<busconfig>
  <type>session</type>
  <listen>unix:dir=$XDG_RUNTIME_DIR</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
END
    run=(dbus-run-session --config-file="$HOME/bus.conf" -- "${run[@]}")
fi
"${run[@]}" 2> >(grep --line-buffered -v 'dbus-daemon\[' >&2) &
child=$!
code=0
wait "$child" || code=$?
child=
exit "$code"
