"""Certificates, hash data, CSRs, OCSP messages and firmware signatures made and read by other tools.

Writes pki.json; see README.md. Needs openssl and requirements.txt. Private keys live in a temporary folder only.
"""

import base64
import datetime
import hashlib
import json
import pathlib
import subprocess
import tempfile

import asn1crypto
import asn1crypto.csr
import asn1crypto.ocsp
import asn1crypto.pem
import asn1crypto.x509
import cryptography
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HERE = pathlib.Path(__file__).parent
FROM = datetime.datetime(2026, 1, 1)
TO = datetime.datetime(2055, 1, 1)
NOW = datetime.datetime(2030, 1, 1)
ALGORITHMS = {"SHA256": hashes.SHA256(), "SHA384": hashes.SHA384(), "SHA512": hashes.SHA512()}


def pem(thing):
    return thing.public_bytes(serialization.Encoding.PEM).decode()


def b64(data):
    return base64.b64encode(data).decode()


def key_pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def name(common, kind=_ASN1Type.UTF8String):
    return x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Laadpaal \u20ac & S\u00f6hne"),
        x509.NameAttribute(NameOID.COMMON_NAME, common, _type=kind),
    ])


def certificate(subject, key, issuer, issuer_key, serial, ca=False, usage=None, digest=None):
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
        .serial_number(serial).not_valid_before(FROM).not_valid_after(TO)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    return builder.sign(issuer_key, digest or hashes.SHA256())


ec_key = ec.generate_private_key(ec.SECP256R1())
rsa_key = rsa.generate_private_key(65537, 2048)
leaf_key = ec.generate_private_key(ec.SECP384R1())
responder_key = ec.generate_private_key(ec.SECP256R1())
ROOTS = {
    "root-ec": certificate(name("V2G Root EC"), ec_key, name("V2G Root EC"), ec_key, 0x2A, ca=True),
    "root-rsa": certificate(
        name("CSMS Root RSA", _ASN1Type.PrintableString), rsa_key, name("CSMS Root RSA", _ASN1Type.PrintableString),
        rsa_key, 0x80 << 120, ca=True, digest=hashes.SHA512(),
    ),
}
SIGNERS = {"root-ec": ec_key, "root-rsa": rsa_key}
# Serial numbers: one octet, a nibble of zero in front, an octet of zero in front (the highest bit is set), twenty octets.
SERIALS = {"one-octet": 0x07, "zero-nibble": 0x0123456789ABCDEF, "zero-octet": 0xFEDCBA9876543210, "twenty": (1 << 158) + 0xBEEF}
certificates = {root: pem(made) for root, made in ROOTS.items()}
issuers = {root: root for root in ROOTS}
leaves = {}
for root, made in ROOTS.items():
    for label, serial in SERIALS.items():
        leaf = certificate(name(f"CS {label}", _ASN1Type.BMPString if label == "twenty" else _ASN1Type.UTF8String), leaf_key, made.subject, SIGNERS[root], serial)
        leaves[f"{root}-{label}"] = leaf
        certificates[f"{root}-{label}"] = pem(leaf)
        issuers[f"{root}-{label}"] = root
responder = certificate(name("OCSP responder"), responder_key, ROOTS["root-ec"].subject, ec_key, 0x51, usage=ExtendedKeyUsageOID.OCSP_SIGNING)

work = pathlib.Path(tempfile.mkdtemp())
for label, text in certificates.items():
    (work / f"{label}.pem").write_text(text)
for label, key in SIGNERS.items():
    (work / f"{label}.key").write_text(key_pem(key))
(work / "responder.pem").write_text(pem(responder))
(work / "responder.key").write_text(key_pem(responder_key))


def openssl(*arguments):
    done = subprocess.run(["openssl", *arguments], cwd=work, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"openssl {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout


def cert_id(one):
    """A CertID as asn1crypto reads it, in the terms of CertificateHashDataType."""
    return {
        "hashAlgorithm": one["hash_algorithm"]["algorithm"].native.upper(),
        "issuerNameHash": one["issuer_name_hash"].native.hex(),
        "issuerKeyHash": one["issuer_key_hash"].native.hex(),
        "serialNumber": f"{one['serial_number'].native:x}",
    }


def computed(leaf, issuer, algorithm):
    """Hash data computed by hand over what asn1crypto takes apart."""
    one = asn1crypto.x509.Certificate.load(asn1crypto.pem.unarmor(certificates[leaf].encode())[2])
    root = asn1crypto.x509.Certificate.load(asn1crypto.pem.unarmor(certificates[issuer].encode())[2])
    digest = lambda data: hashlib.new(algorithm.lower(), data).hexdigest()  # noqa: E731
    return {
        "hashAlgorithm": algorithm,
        "issuerNameHash": digest(one.issuer.dump()),
        "issuerKeyHash": digest(bytes(root["tbs_certificate"]["subject_public_key_info"]["public_key"])),
        "serialNumber": f"{one.serial_number:x}",
    }


hash_data, requests = [], []
for label, issuer in issuers.items():
    for algorithm in ALGORITHMS:
        openssl("ocsp", "-issuer", f"{issuer}.pem", f"-{algorithm.lower()}", "-cert", f"{label}.pem", "-reqout", "request.der")
        der = (work / "request.der").read_bytes()
        asked = asn1crypto.ocsp.OCSPRequest.load(der)["tbs_request"]["request_list"]
        told = cert_id(asked[0]["req_cert"])
        if told != computed(label, issuer, algorithm):
            raise SystemExit(f"openssl and asn1crypto disagree about {label}")
        hash_data.append({"by": "openssl ocsp; asn1crypto", "certificate": label, "issuer": issuer, **told})
        requests.append({"by": "openssl ocsp", "der": b64(der), "asks": [told]})
two = [f"root-ec-{label}" for label in ("one-octet", "zero-octet")]
openssl("ocsp", "-issuer", "root-ec.pem", "-sha1", "-cert", f"{two[0]}.pem", "-sha256", "-cert", f"{two[1]}.pem", "-no_nonce", "-signer", "responder.pem", "-signkey", "responder.key", "-reqout", "request.der")
der = (work / "request.der").read_bytes()
requests.append({"by": "openssl ocsp, two, signed", "der": b64(der), "asks": [cert_id(one["req_cert"]) for one in asn1crypto.ocsp.OCSPRequest.load(der)["tbs_request"]["request_list"]]})
built = ocsp.OCSPRequestBuilder().add_certificate(leaves["root-rsa-twenty"], ROOTS["root-rsa"], hashes.SHA384()).build().public_bytes(serialization.Encoding.DER)
requests.append({"by": "cryptography", "der": b64(built), "asks": [cert_id(one["req_cert"]) for one in asn1crypto.ocsp.OCSPRequest.load(built)["tbs_request"]["request_list"]]})


def facts(der, carried):
    """An OCSPResponse as asn1crypto reads it."""
    read = asn1crypto.ocsp.OCSPResponse.load(der)
    words = read["response_status"].native.split("_")
    status = words[0] + "".join(word.capitalize() for word in words[1:])
    status = status.replace("signRequired", "sigRequired")  # asn1crypto spells it unlike RFC 6960
    if status != "successful":
        return {"status": status, "responses": []}
    time = lambda value: value.strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: E731
    responses = [
        {
            **cert_id(one["cert_id"]),
            "status": one["cert_status"].name,
            "thisUpdate": time(one["this_update"].native),
            **({} if one["next_update"].native is None else {"nextUpdate": time(one["next_update"].native)}),
        }
        for one in read.response_data["responses"]
    ]
    return {"status": status, "responses": responses, **({"signedByCarried": True} if carried else {})}


responses = []


def response(by, der, carried):
    responses.append({"by": by, "base64": b64(der), **facts(der, carried)})


even = lambda serial: f"{serial:X}".rjust(len(f"{serial:X}") + len(f"{serial:X}") % 2, "0")  # noqa: E731
(work / "index.txt").write_text(
    f"V\t550101000000Z\t\t{even(SERIALS['zero-octet'])}\tunknown\t/CN=a\n"
    f"V\t550101000000Z\t\t{even(SERIALS['zero-nibble'])}\tunknown\t/CN=b\n"
    f"R\t550101000000Z\t260601000000Z,keyCompromise\t{even(SERIALS['one-octet'])}\tunknown\t/CN=c\n"
)
SIGNING = {"root-ec": ("root-ec", "responder"), "root-rsa": ("root-rsa",)}
for root, signers in SIGNING.items():
    for signer in signers:
        for label in SERIALS:
            for option in ([], ["-resp_no_certs"], ["-resp_key_id", "-ndays", "7"]):
                leaf = f"{root}-{label}"
                openssl("ocsp", "-issuer", f"{root}.pem", "-sha256", "-cert", f"{leaf}.pem", "-reqout", "request.der")
                openssl("ocsp", "-index", "index.txt", "-CA", f"{root}.pem", "-rsigner", f"{signer}.pem", "-rkey", f"{signer}.key", "-rmd", "sha256", *option, "-reqin", "request.der", "-respout", "response.der")
                by = f"openssl ocsp {' '.join(option)}, {leaf} by {signer}"
                response(by, (work / "response.der").read_bytes(), "-resp_no_certs" not in option)
for algorithm, digest in {"SHA1": hashes.SHA1(), **ALGORITHMS}.items():
    for state in (ocsp.OCSPCertStatus.GOOD, ocsp.OCSPCertStatus.REVOKED, ocsp.OCSPCertStatus.UNKNOWN):
        revoked = state == ocsp.OCSPCertStatus.REVOKED
        built = (
            ocsp.OCSPResponseBuilder()
            .add_response(cert=leaves["root-ec-twenty"], issuer=ROOTS["root-ec"], algorithm=digest, cert_status=state, this_update=NOW, next_update=NOW + datetime.timedelta(days=7), revocation_time=NOW if revoked else None, revocation_reason=x509.ReasonFlags.superseded if revoked else None)
            .responder_id(ocsp.OCSPResponderEncoding.HASH, responder).certificates([responder]).sign(responder_key, hashes.SHA384())
        )
        response(f"cryptography, {algorithm} {state.name}", built.public_bytes(serialization.Encoding.DER), True)
for state in (ocsp.OCSPResponseStatus.TRY_LATER, ocsp.OCSPResponseStatus.UNAUTHORIZED, ocsp.OCSPResponseStatus.INTERNAL_ERROR, ocsp.OCSPResponseStatus.MALFORMED_REQUEST, ocsp.OCSPResponseStatus.SIG_REQUIRED):
    response(f"cryptography, {state.name}", ocsp.OCSPResponseBuilder.build_unsuccessful(state).public_bytes(serialization.Encoding.DER), False)


CSR_KEYS = {"EC P-256": ec.generate_private_key(ec.SECP256R1()), "EC P-521": ec.generate_private_key(ec.SECP521R1()), "RSA 2048": rsa_key, "RSA 3072": rsa.generate_private_key(65537, 3072)}
csrs = []


def csr(by, text):
    """What asn1crypto reads in it."""
    read = asn1crypto.csr.CertificationRequest.load(asn1crypto.pem.unarmor(text.encode())[2])
    info = read["certification_request_info"]
    subject = info["subject"].native
    key = info["subject_pk_info"]
    bits = x509.load_pem_x509_csr(text.encode()).public_key().key_size  # asn1crypto says 528 for P-521
    csrs.append({"by": by, "pem": text, "commonName": subject.get("common_name"), "organization": subject.get("organization_name"), "keyType": key.algorithm, "keyBits": bits})


for label, key in CSR_KEYS.items():
    for kind in (_ASN1Type.UTF8String, _ASN1Type.BMPString, _ASN1Type.PrintableString):
        builder = x509.CertificateSigningRequestBuilder().subject_name(name("CS 0001", kind))
        if kind is _ASN1Type.BMPString:
            builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("cs-0001.example.com")]), critical=False).add_attribute(x509.oid.AttributeOID.CHALLENGE_PASSWORD, b"secret")
        csr(f"cryptography, {label}, {kind.name}", pem(builder.sign(key, hashes.SHA384())))
    if label.startswith("RSA"):
        for salt in (padding.PSS.DIGEST_LENGTH, padding.PSS.MAX_LENGTH, 0):
            pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=salt)
            builder = x509.CertificateSigningRequestBuilder().subject_name(name("CS 0002"))
            csr(f"cryptography, {label}, RSA-PSS", pem(builder.sign(key, hashes.SHA256(), rsa_padding=pss)))
    (work / "csr.key").write_text(key_pem(key))
    for option in ([], ["-sha512"]) if label.startswith("EC") else ([], ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1"]):
        openssl("req", "-new", "-utf8", "-key", "csr.key", "-subj", "/C=NL/O=Sté Électrique/OU=a+CN=CS 0003", "-multivalue-rdn", *option, "-out", "csr.pem")
        csr(f"openssl req {' '.join(option)}, {label}", (work / "csr.pem").read_text())


image = hashlib.shake_256(b"firmware image of the golden vectors").digest(3000)
signer = certificate(name("Firmware signer"), rsa_key, ROOTS["root-ec"].subject, ec_key, 0x99)
signatures = []


def signature(by, scheme, made):
    signatures.append({"by": by, "scheme": scheme, "signature": b64(made)})


(work / "image.bin").write_bytes(image)
sha256, mgf = hashes.SHA256(), padding.MGF1(hashes.SHA256())
for salt in (0, 20, padding.PSS.DIGEST_LENGTH, padding.PSS.MAX_LENGTH):
    made = rsa_key.sign(image, padding.PSS(mgf=mgf, salt_length=salt), sha256)
    signature(f"cryptography, RSA-PSS SHA-256, salt {getattr(salt, '__class__').__name__ if not isinstance(salt, int) else salt}", "RSA-PSS", made)
    signature("cryptography, RSA-PSS SHA-256, last bit changed", None, made[:-1] + bytes([made[-1] ^ 1]))
signature("cryptography, RSA-PSS SHA-256, over the image and one more byte", None, rsa_key.sign(image + b"\0", padding.PSS(mgf=mgf, salt_length=32), sha256))
signature("cryptography, RSA-PSS SHA-512", None, rsa_key.sign(image, padding.PSS(mgf=padding.MGF1(hashes.SHA512()), salt_length=64), hashes.SHA512()))
signature("cryptography, PKCS#1 v1.5 SHA-256", "PKCS1-v1_5", rsa_key.sign(image, padding.PKCS1v15(), sha256))
(work / "pss.sig").write_bytes(openssl("dgst", "-sha256", "-sign", "root-rsa.key", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest", "image.bin"))
signature("openssl dgst, RSA-PSS SHA-256", "RSA-PSS", (work / "pss.sig").read_bytes())
openssl("dgst", "-sha256", "-binary", "-out", "image.sha256", "image.bin")
signature("openssl pkeyutl over the digest, RSA-PSS SHA-256", "RSA-PSS", openssl("pkeyutl", "-sign", "-in", "image.sha256", "-inkey", "root-rsa.key", "-pkeyopt", "digest:sha256", "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:digest"))

(HERE / "pki.json").write_text(json.dumps({
    "tools": {"openssl": openssl("version").decode().strip(), "cryptography": cryptography.__version__, "asn1crypto": asn1crypto.__version__},
    "certificates": certificates,
    "hashData": hash_data,
    "ocspRequests": requests,
    "ocspResponses": responses,
    "csrs": csrs,
    "firmware": {"image": b64(image), "certificate": pem(signer), "signatures": signatures},
}, indent=1, ensure_ascii=False) + "\n")
