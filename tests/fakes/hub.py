"""A stand-in for the hub on this computer: its questions and answers, and the faults of networks and servers."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlparse

TOKEN = "hf_" + "CanaryCanaryCanary1234"


@dataclass
class Fault:
    """What goes wrong with requests whose path holds `where`, so many times."""

    where: str
    times: int = 1
    status: int = 0
    """Answer with this."""
    headers: dict[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    """Close the connection after so many bytes."""
    silent_after: int | None = None
    """Say nothing more after so many bytes, until the server ends."""
    flip: bool = False
    """Change a byte."""
    bytes_per_second: float = 0.0
    ignore_range: bool = False


@dataclass
class Model:
    files: dict[str, bytes]
    gated: bool = False
    hidden: bool = False
    """Only for those with the token."""
    revision: str = "a" * 40
    sizes: dict[str, int] = field(default_factory=dict)
    """Other sizes to tell than the true ones."""
    private: bool = False

    def siblings(self) -> list[dict]:
        return [self._sibling(name, content) for name, content in self.files.items()]

    def _sibling(self, name: str, content: bytes) -> dict:
        size = self.sizes.get(name, len(content))
        told = {"rfilename": name, "size": size, "blobId": hashlib.sha1(b"blob %d\0" % size + content).hexdigest()}
        if name.endswith((".safetensors", ".gguf")):
            told["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": size, "pointerSize": 134}
        return told


class FakeHub:
    """Models by name, and what is to go wrong; `asked` are the requests so far: path, range, whether with a token."""

    def __init__(self) -> None:
        self.models: dict[str, Model] = {}
        self.faults: list[Fault] = []
        self.asked: list[tuple[str, str, str]] = []
        self.storage_saw_tokens: list[str] = []
        self.objects: dict[str, bytes] = {}
        """Large files that arrived, by their SHA-256."""
        self.sent: list[str] = []
        """Those, as often as they were sent."""
        self.may_write = True
        self.ended = threading.Event()
        self._lock = threading.Lock()
        self._hub, self.endpoint = self._serve(_hub_handler(self))
        self._storage, self.storage = self._serve(_storage_handler(self))

    def _serve(self, handler) -> tuple[ThreadingHTTPServer, str]:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return server, f"http://127.0.0.1:{server.server_port}"

    def close(self) -> None:
        self.ended.set()
        for server in (self._hub, self._storage):
            server.shutdown()
            server.server_close()

    def note(self, path: str, span: str, authorization: str) -> None:
        with self._lock:
            self.asked.append((path, span, authorization))

    def fault_of(self, path: str) -> Fault | None:
        with self._lock:
            for fault in self.faults:
                if fault.where in path and fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    def downloads_of(self, name: str) -> list[str]:
        """The ranges in which a file was asked for."""
        return [span for path, span, _ in self.asked if path.endswith(f"/{name}") and "/resolve/" in path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):
        pass

    def refuse(self, status, code="", message="", **headers):
        self.send_response(status)
        if code:
            self.send_header("X-Error-Code", code)
        if message:
            self.send_header("X-Error-Message", message)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_json(self, content):
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_file(self, hub, content, fault):
        fault = fault or Fault("")
        if fault.flip:
            content = bytes([content[0] ^ 1]) + content[1:]
        begin = 0
        span = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if span and not fault.ignore_range:
            begin = int(span[1])
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        body = content[begin:]
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self._send_body(hub, body, fault)
        except OSError:
            self.close_connection = True

    def _send_body(self, hub, body, fault):
        step = 65536 if not fault.bytes_per_second else max(1, int(fault.bytes_per_second / 20))
        stop = next((each for each in (fault.cut_after, fault.silent_after) if each is not None), len(body))
        for at in range(0, min(stop, len(body)), step):
            self.wfile.write(body[at : min(at + step, stop)])
            if fault.bytes_per_second:
                time.sleep(0.05)
        if stop < len(body):
            if fault.silent_after is not None:
                hub.ended.wait()
            self.close_connection = True


def _hub_handler(hub: FakeHub):  # noqa: C901 - a server's branches are its answers
    class Handler(_Handler):
        def do_GET(self):
            url = urlparse(self.path)
            path, authorization = unquote(url.path), self.headers.get("Authorization", "")
            hub.note(path, self.headers.get("Range", ""), authorization)
            if authorization not in ("", f"Bearer {TOKEN}"):
                return self.refuse(401, message="Invalid credentials in Authorization header")
            fault = hub.fault_of(path)
            if fault is not None and fault.status:
                return self.refuse(fault.status, **fault.headers)
            if path == "/api/models":
                words = parse_qs(url.query).get("search", [""])[0].lower()
                found = [name for name in hub.models if words in name.lower()]
                return self.send_json([self._about(name) for name in found])
            if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/(.+))?", path):
                return self._tell_about(match[1], match[2], authorization)
            if match := re.fullmatch(r"/api/(datasets/[^/]+/[^/]+)(?:/revision/(.+))?", path):
                return self._tell_about(match[1], match[2], authorization)
            if match := re.fullmatch(r"/((?:datasets/)?[^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
                return self._give(match[1], match[2], match[3], authorization, fault)
            return self.refuse(404)

        def do_POST(self):
            path, authorization = unquote(urlparse(self.path).path), self.headers.get("Authorization", "")
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            hub.note(f"POST {path}", "", authorization)
            if authorization != f"Bearer {TOKEN}":
                return self.refuse(401, message="Invalid credentials in Authorization header")
            fault = hub.fault_of(f"POST {path}")
            if fault is not None and fault.status:
                return self.refuse(fault.status, **fault.headers)
            if not hub.may_write and path != "/api/validate-yaml":
                return self.refuse(403, message="You have read access but not the required permissions")
            if path == "/api/validate-yaml":
                return self.send_json({"errors": [], "warnings": []})
            if path == "/api/repos/create":
                return self._create(json.loads(body))
            if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)/preupload/main", path):
                return self._say_how_to_send(json.loads(body)["files"])
            if match := re.fullmatch(r"/([^/]+/[^/]+)\.git/info/lfs/objects/batch", path):
                return self._say_where_to_send(json.loads(body)["objects"])
            if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)/commit/main", path):
                return self._commit(match[1], [json.loads(line) for line in body.splitlines()])
            return self.refuse(404)

        def _create(self, asked):
            name = f"{asked['organization']}/{asked['name']}"
            if name in hub.models:
                return self.refuse(409)
            private = asked.get("visibility") == "private"
            hub.models[name] = Model({".gitattributes": b"* lfs"}, private=private, hidden=private)
            return self.send_json({"url": f"{hub.endpoint}/{name}", "name": name})

        def _say_how_to_send(self, files):
            large = (".safetensors", ".gguf")
            told = [
                {
                    "path": each["path"],
                    "uploadMode": "lfs" if each["path"].endswith(large) else "regular",
                    "shouldIgnore": False,
                }
                for each in files
            ]
            return self.send_json({"files": told})

        def _say_where_to_send(self, objects):
            told = [
                each
                if each["oid"] in hub.objects
                else {**each, "actions": {"upload": {"href": f"{hub.storage}/{each['oid']}"}}}
                for each in objects
            ]
            return self.send_json({"transfer": "basic", "objects": told})

        def _commit(self, name, lines):
            model = hub.models[name]
            for line in lines:
                value = line["value"]
                match line["key"]:
                    case "file":
                        model.files[value["path"]] = base64.b64decode(value["content"])
                    case "lfsFile":
                        model.files[value["path"]] = hub.objects[value["oid"]]
                    case "deletedFile":
                        del model.files[value["path"]]
            model.revision = hashlib.sha1(repr(sorted(model.files)).encode()).hexdigest()
            url = f"{hub.endpoint}/{name}/commit/{model.revision}"
            return self.send_json({"commitUrl": url, "commitOid": model.revision, "pullRequestUrl": None})

        def _about(self, name):
            model = hub.models[name]
            gated = "manual" if model.gated else False
            return {
                "id": name.removeprefix("datasets/"),
                "sha": model.revision,
                "gated": gated,
                "downloads": 7,
                "siblings": model.siblings(),
                "private": model.private,
            }

        def _tell_about(self, name, revision, authorization):
            model = hub.models.get(name)
            if model is None or (model.hidden and not authorization):
                return self.refuse(404 if authorization else 401, "RepoNotFound", "Repository not found")
            if revision not in (None, "main", model.revision):
                return self.refuse(404, "RevisionNotFound")
            return self.send_json(self._about(name))

        def _give(self, name, revision, file, authorization, fault):
            model = hub.models[name]
            if model.gated and (not authorization or model.hidden):
                return self.refuse(403 if authorization else 401, "GatedRepo")
            if file not in model.files or revision != model.revision:
                return self.refuse(404, "EntryNotFound")
            if file.endswith(".safetensors"):  # the hub keeps large files elsewhere
                return self.refuse(302, Location=f"{hub.storage}/{name}/{revision}/{file}")
            return self.send_file(hub, model.files[file], fault)

    return Handler


def _storage_handler(hub: FakeHub):
    class Handler(_Handler):
        def do_GET(self):
            if token := self.headers.get("Authorization"):
                hub.storage_saw_tokens.append(token)
            path = unquote(urlparse(self.path).path)
            fault = hub.fault_of(f"storage{path}")
            if fault is not None and fault.status:
                return self.refuse(fault.status, **fault.headers)
            owner, name, _revision, file = path.strip("/").split("/", 3)
            return self.send_file(hub, hub.models[f"{owner}/{name}"].files[file], fault)

        def do_PUT(self):
            if token := self.headers.get("Authorization"):
                hub.storage_saw_tokens.append(token)
            oid = self.path.strip("/")
            content = self.rfile.read(int(self.headers["Content-Length"]))
            fault = hub.fault_of(f"PUT {self.path}")
            if fault is not None and fault.status:
                return self.refuse(fault.status, **fault.headers)
            if hashlib.sha256(content).hexdigest() != oid:
                return self.refuse(400)
            hub.objects[oid] = content
            hub.sent.append(oid)
            return self.send_json({})

    return Handler
