"""Hands for ocppsim: the OCTT SUT API over the commands that a person types into its terminal.

ocppsim is a charging station for a terminal; it connects, boots, authorizes and starts only when told. This program types for the
driver and for the firmware around it: it connects again after a lost connection, and a presented token becomes `authorize`, then
`start` when the CSMS accepts it, or `stop`. Every OCPP message is composed by ocppsim. What it has no command for (the car)
is answered 501.

Usage: rig.py PORT OCPPSIM [arguments of ocppsim]; writes ocppsim.log into the working directory. Ends with SIGTERM.
"""

import fcntl
import http.server
import os
import pty
import re
import signal
import struct
import sys
import termios
import threading
import time
import urllib.parse

LOG = "ocppsim.log"
ANSWER_SECONDS = 10


class Terminal:
    """The program in a terminal of its own, and what its log says of its state."""

    def __init__(self, command):
        self.condition = threading.Condition()
        self.connected = False
        self.transaction = None
        self.authorizations = []
        open(LOG, "w").close()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execvp(command[0], [*command, "--log-path", LOG])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        for work in (self.drain, self.follow, self.reconnect):
            threading.Thread(target=work, daemon=True).start()

    def drain(self):
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            os._exit(0)  # the program is gone

    def follow(self):
        with open(LOG, encoding="utf-8") as log:
            while True:
                line = log.readline()
                if line.endswith("\n"):
                    self.read(line)
                else:
                    time.sleep(0.02)

    def read(self, line):
        with self.condition:
            if state := re.search(r"\[INFO\] CP \S+ .*connected=(\w+)", line):
                self.connected = state[1] == "true"
            elif connector := re.search(r"\[INFO\] Connector 1 status=\S+ .*tx=(\S+)", line):
                self.transaction = None if connector[1] == "-" else connector[1]
            elif "Transaction started locally" in line:
                self.transaction = "started"
            elif "Transaction stopped locally" in line or "TransactionEvent Ended acknowledged" in line:
                self.transaction = None
            elif answer := re.search(r"\[INFO\] Authorize \S+ status=(\w+)", line):
                self.authorizations.append(answer[1])
            elif "Disconnected" in line:
                self.connected = False
            self.condition.notify_all()

    def reconnect(self):
        while True:
            time.sleep(2)
            if not self.connected:
                self.type("connect")

    def type(self, command):
        with self.condition:
            os.write(self.terminal, f"{command}\r".encode())

    def authorize(self, token):
        """What the CSMS says of the token; None = it said nothing in time."""
        with self.condition:
            before = len(self.authorizations)
        self.type(f"authorize {token}")
        with self.condition:
            self.condition.wait_for(lambda: len(self.authorizations) > before, ANSWER_SECONDS)
            return self.authorizations[before] if len(self.authorizations) > before else None


class Hands(http.server.BaseHTTPRequestHandler):
    station = None

    def do_POST(self):
        address = urllib.parse.urlparse(self.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        evse = query.get("evse_id", "1")
        act = {"/plugin": self.plug, "/plugout": self.unplug, "/authorize": self.present}.get(address.path)
        status, text = (501, f"ocppsim has no command for {address.path}") if act is None else act(evse, query)
        body = f"{text}\n".encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def plug(self, evse, _query):
        if self.station.transaction is None:
            self.station.type(f"connector-status {evse} Preparing")
        return 200, "plugged in"

    def unplug(self, evse, _query):
        if self.station.transaction is not None:
            self.station.type(f"stop {evse} EVDisconnected")
        self.station.type(f"connector-status {evse} Available")
        return 200, "unplugged"

    def present(self, evse, query):
        token = query.get("id", "")
        if self.station.transaction is not None:
            self.station.type(f"stop {evse} Local")
            return 200, "stopped"
        answer = self.station.authorize(token)
        if answer == "Accepted":
            self.station.type(f"start {evse} {token}")
        return 200, f"the CSMS says {answer}"

    def log_message(self, *_arguments):
        pass


def main():
    port, *command = sys.argv[1:]
    station = Hands.station = Terminal(command)

    def end(*_arguments):
        os.kill(station.child, signal.SIGKILL)
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Hands).serve_forever()


main()
