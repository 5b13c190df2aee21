"""A provider of Terraform that knows what resources hold and can do nothing: enough for `validate`, and for `test`
with mocks. It reads schema.json beside itself and speaks the sixth protocol of Terraform's plugins, whose few
messages it writes by hand (tfplugin6.proto)."""

import base64
import json
import os
import pathlib
import ssl
import subprocess
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc

HERE = pathlib.Path(os.path.realpath(__file__)).parent
NESTING = {"single": 1, "list": 2, "set": 3}


def number(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def field(at, value):
    """One field of a message: a text, another message, or a number, which is left out where it is the default."""
    if isinstance(value, int):
        return number(at << 3) + number(int(value)) if value else b""
    data = value.encode() if isinstance(value, str) else value
    return number(at << 3 | 2) + number(len(data)) + data


def attribute(one):
    return b"".join(
        field(at, value)
        for at, value in [
            (1, one["name"]),
            (2, json.dumps(one["type"])),
            (4, one["required"]),
            (5, one["optional"]),
            (6, one["computed"]),
        ]
    )


def block(one):
    attributes = one["attributes"] + [as_attribute(inner) for inner in one["blocks"] if not inner["isBlock"]]
    nested = [inner for inner in one["blocks"] if inner["isBlock"]]
    return b"".join([field(2, attribute(each)) for each in attributes] + [field(3, block_type(each)) for each in nested])


def block_type(one):
    least = one["required"] and one["nesting"] != "single"
    return field(1, one["name"]) + field(2, block(one)) + field(3, NESTING[one["nesting"]]) + field(4, least)


def as_attribute(one):
    """What is written like an attribute, and holds objects."""
    use = {"required": one["required"], "optional": not one["required"], "computed": False}
    return {"name": one["name"], "type": objects(one), **use}


def objects(one):
    held = {each["name"]: each["type"] for each in one["attributes"]}
    held |= {each["name"]: objects(each) for each in one["blocks"]}
    kind = ["object", held]
    return kind if one["nesting"] == "single" else [one["nesting"], kind]


def schema(one):
    return field(2, block(one))


def everything():
    known = json.loads((HERE / "schema.json").read_text())
    named = lambda at, all: b"".join(field(at, field(1, name) + field(2, schema(one))) for name, one in all.items())
    return field(1, schema(known["provider"])) + named(2, known["resources"]) + named(3, known["data"])


class Provider(grpc.GenericRpcHandler):
    def __init__(self):
        self.ended = threading.Event()

    def service(self, details):
        service, method = details.method.removeprefix("/").split("/")
        if service == "tfplugin6.Provider":
            answer = everything() if method == "GetProviderSchema" else b""
            return grpc.unary_unary_rpc_method_handler(lambda *_: answer)
        if details.method == "/plugin.GRPCController/Shutdown":
            return grpc.unary_unary_rpc_method_handler(lambda *_: (self.ended.set(), b"")[1])
        return None


def certificate():
    """Of this process alone; Terraform believes the one that it is told of."""
    with tempfile.TemporaryDirectory() as folder:
        key, cert = (pathlib.Path(folder, name) for name in ("key", "cert"))
        words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost"
        more = ["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert]
        subprocess.run(["openssl", *words.split(), *more], check=True, capture_output=True)
        return key.read_bytes(), cert.read_bytes()


def main():
    key, cert = certificate()
    provider = Provider()
    server = grpc.server(ThreadPoolExecutor(8), handlers=[provider])
    port = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([(key, cert)]))
    server.start()
    shown = base64.b64encode(ssl.PEM_cert_to_DER_cert(cert.decode())).decode().rstrip("=")
    print(f"1|6|tcp|127.0.0.1:{port}|grpc|{shown}", flush=True)
    provider.ended.wait()


main()
