"""Frames as other implementations write them. Writes frames.json; see README.md. Needs go, perl and requirements.txt."""

import json
import pathlib
import subprocess
import sys

import ocpp
from ocpp.messages import Call, CallError, CallResult, unpack

HERE = pathlib.Path(__file__).parent

FRAMES = [
    [2, "19223201", "BootNotification", {"reason": "PowerUp", "chargingStation": {"model": "SingleSocketCharger", "vendorName": "VendorX"}}],
    [2, "b8a1c0de-7b9a-4a6e-8f5d-0c1d2e3f4a5b", "DataTransfer", {"vendorId": "com.example", "data": 'a "quoted" \\ / <b>&amp;</b> \n\t\x07 caf\u00e9 \u20ac \U0001f50c \u2028'}],
    [2, "0", "Heartbeat", {}],
    [2, " 1 ", "StatusNotification", {"timestamp": "2026-11-23T00:00:00.000Z", "connectorStatus": "Occupied", "evseId": 1, "connectorId": 1}],
    [3, "19223201", {"currentTime": "2026-11-23T01:02:03+01:00", "interval": 300, "status": "Accepted"}],
    [3, "0", {}],
    [4, "162376037", "NotSupported", "SetDisplayMessageRequest not implemented", {}],
    [4, "-1", "RpcFrameworkError", "", {"cause": "\u00fcberlang", "offset": 7}],
]
# Integers of the schema that are written as decimals or with an exponent.
DECIMALS = [2, "n-1", "NotifyEVChargingNeeds", {"evseId": 1, "chargingNeeds": {
    "requestedEnergyTransfer": "DC",
    "dcChargingParameters": {"evMaxCurrent": 20000.0, "evMaxVoltage": 1000.0, "energyAmount": 20000.0, "stateOfCharge": 55.0}}}]
# What the library refuses too: no OCPP-J message.
REFUSED = ["{}", "[]", "[2]", "heartbeat", "[2,\"1\",\"Heartbeat\"]", "[9,\"1\",{}]", "", "[2,\"1\",\"Heartbeat\",{}"]

PERL = """
use JSON::PP; local $/; my $frames = decode_json(<STDIN>);
my $plain = JSON::PP->new->canonical; my $odd = JSON::PP->new->pretty->ascii->escape_slash->space_before;
print JSON::PP->new->ascii->encode([map { [$plain->encode($_), $odd->encode($_)] } @$frames]);
"""


def library(frame):
    """The frame written by the library's own message classes, which leave out nothing and add nothing."""
    kind, *parts = frame
    return {2: Call, 3: CallResult, 4: CallError}[kind](*parts).to_json()


def run(command, text):
    return json.loads(subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout)


def version(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def refusal(text):
    try:
        unpack(text)
    except Exception as error:  # noqa: BLE001 whatever the library raises is its verdict
        return type(error).__name__
    raise SystemExit(f"the library accepts {text!r}")


python = f"Python {sys.version.split()[0]} json"
source = json.dumps(FRAMES)
go = run(["go", "run", str(HERE / "go_frames.go")], source)
perl = run(["perl", "-e", PERL], source)
vectors = []
for i, frame in enumerate(FRAMES):
    texts = {
        f"{python}": json.dumps(frame),
        f"{python}, indent": json.dumps(frame, indent=1),
        f"{python}, unescaped": json.dumps(frame, ensure_ascii=False, separators=(" ,\r\n", "\t:\t")),
        f"mobilityhouse ocpp {ocpp.__version__ if hasattr(ocpp, '__version__') else '2.1.0'}": library(frame),
        f"{version('go', 'version')} encoding/json": go[i][0],
        f"{version('go', 'version')} encoding/json, indent": go[i][1],
        f"{version('go', 'version')} encoding/json, line feed": go[i][2],
        f"Perl {version('perl', '-e', 'print $^V')} JSON::PP": perl[i][0],
        f"Perl {version('perl', '-e', 'print $^V')} JSON::PP, pretty ascii escape_slash": perl[i][1],
    }
    vectors += [{"by": by, "text": text, "frame": frame} for by, text in texts.items()]
whole = [2, "n-1", "NotifyEVChargingNeeds", json.loads(json.dumps(DECIMALS[3]), parse_float=lambda text: int(float(text)))]
vectors.append({"by": python, "text": json.dumps(DECIMALS), "frame": whole})
vectors.append({"by": f"{python}, exponents", "text": json.dumps(DECIMALS).replace("20000.0", "2e4").replace("1000.0", "1.0E+3"), "frame": whole})
refused = [{"by": "mobilityhouse ocpp 2.1.0", "text": text, "raises": refusal(text)} for text in REFUSED]
refused.append({"by": f"{python}, NaN", "text": json.dumps([3, "1", {"interval": float("nan")}]), "raises": "RFC 8259, 6"})
(HERE / "frames.json").write_text(json.dumps({"frames": vectors, "refused": refused}, indent=1) + "\n")
