#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""standins.py: what a desktop offers on its bus and a bare X server lacks, in the smallest form that answers.

The portal that keeps the computer awake and the service that shows notifications, on the session's D-Bus. Each call is
a line of JSON on stdout; the first line, "ready", says that both are there. A line on stdin, "press ID", is a press on
the notification of that number.
"""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

INTERFACES = """
<node>
  <interface name="org.freedesktop.portal.Inhibit">
    <method name="Inhibit">
      <arg name="window" type="s" direction="in"/>
      <arg name="flags" type="u" direction="in"/>
      <arg name="options" type="a{sv}" direction="in"/>
      <arg name="handle" type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.portal.Request">
    <method name="Close"/>
  </interface>
  <interface name="org.freedesktop.Notifications">
    <method name="GetCapabilities"><arg name="capabilities" type="as" direction="out"/></method>
    <method name="Notify">
      <arg name="application" type="s" direction="in"/>
      <arg name="replaces" type="u" direction="in"/>
      <arg name="icon" type="s" direction="in"/>
      <arg name="title" type="s" direction="in"/>
      <arg name="body" type="s" direction="in"/>
      <arg name="actions" type="as" direction="in"/>
      <arg name="hints" type="a{sv}" direction="in"/>
      <arg name="timeout" type="i" direction="in"/>
      <arg name="id" type="u" direction="out"/>
    </method>
    <method name="CloseNotification"><arg name="id" type="u" direction="in"/></method>
    <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
    <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  </interface>
</node>
"""
PORTAL_PATH = "/org/freedesktop/portal/desktop"
REQUEST_PATH = PORTAL_PATH + "/request/one"
NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_PATH = "/org/freedesktop/Notifications"
ANSWERS = {
    "Inhibit": lambda: GLib.Variant("(o)", (REQUEST_PATH,)),
    "GetCapabilities": lambda: GLib.Variant("(as)", (["body", "body-markup", "actions"],)),
    "Notify": lambda: GLib.Variant("(u)", (7,)),
}


def say(**what):
    print(json.dumps(what), flush=True)


def answer(_bus, _sender, _path, _interface, method, parameters, invocation):
    say(call=method, arguments=parameters.unpack())
    invocation.return_value(ANSWERS[method]() if method in ANSWERS else None)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interfaces = {face.name: face for face in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces}
    for path, name in ((PORTAL_PATH, "org.freedesktop.portal.Inhibit"), (REQUEST_PATH, "org.freedesktop.portal.Request"),
                       (NOTIFICATIONS_PATH, NOTIFICATIONS)):
        bus.register_object(path, interfaces[name], answer)
    for name in ("org.freedesktop.portal.Desktop", NOTIFICATIONS):
        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE)

    def read(_source, _condition):
        words = sys.stdin.readline().split()
        if not words:
            loop.quit()
            return False
        pressed = GLib.Variant("(us)", (int(words[1]), "default"))
        bus.emit_signal(None, NOTIFICATIONS_PATH, NOTIFICATIONS, "ActionInvoked", pressed)
        return True

    loop = GLib.MainLoop()
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, read)
    # Names are owned when the bus has answered a call that came behind them.
    bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId", None, None, Gio.DBusCallFlags.NONE, -1)
    print("ready", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
