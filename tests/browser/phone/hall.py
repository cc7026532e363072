"""The real hall in a process of its own, and a desk that speaks to its control port."""

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
from playwright.sync_api import Request

HOST = "hall.test"


class Hall:
    """`medspill hall --json` on a file; it can be killed and started again on its ports."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ids = itertools.count(1)
        self.case = ""
        self.url = ""
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "screens.cli", "hall", "--json"]
        options = ["--file", str(self._file), "--host", HOST, "--bind", "127.0.0.1"]
        ports = [] if self.url else ["--lan-port", "0"]
        self.process = subprocess.Popen([*command, *options, *ports], stdout=subprocess.PIPE)
        assert self.process.stdout
        about = json.loads(self.process.stdout.readline())
        self.url = about["phone_url"]
        headers = {"Authorization": f"Bearer {about['token']}"}
        self._client = httpx2.Client(base_url=about["control_url"], headers=headers)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """As a network that swallows all for a while: nothing is refused, nothing answers."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._client.close()
        self.process.kill()
        self._reap()

    def close(self) -> None:
        self._client.close()
        self.process.terminate()
        self._reap()

    def _reap(self) -> None:
        self.process.wait(10)
        assert self.process.stdout
        self.process.stdout.close()

    def desk(self, name: str, **fields: Any) -> str:
        """A command of the desk's, which must be taken; its id."""
        id_ = f"desk-{os.getpid()}-{next(self._ids):06}"
        body = {"id": id_, "name": name, **fields} | ({"case": self.case} if self.case else {})
        answer = self._client.post("/command", json=body)
        assert answer.status_code == 200, answer.text
        return id_

    def open(self, title: str = "Gode år hjemme") -> None:
        """A case with a question and an open gathering."""
        self.case = self.desk("case.open", title=title)
        self.desk("question.write", text="Hva trenger du for å leve trygt hjemme?")
        gathering = self.desk("gathering.plan", title="Folkemøte 1")
        self.desk("gathering.open", gathering=gathering)

    def relay(self, request: Request) -> int:
        """Bring a phone's request to the hall, and keep the answer back; its status."""
        url = request.url.replace(HOST, "127.0.0.1")
        headers = dict(request.all_headers()) | {"host": self.url.split("/")[2]}
        answer = httpx2.post(url, content=request.post_data or "", headers=headers)
        return answer.status_code

    def vote(self, *titles: str, **fields: Any) -> None:
        for title in titles:
            self.desk("cluster.make", title=title)
        self.desk("vote.open", **fields)

    def look(self) -> dict[str, Any]:
        """The whole case, as the desk may see it."""
        answer: dict[str, Any] = self._client.get(f"/cases/{self.case}").json()
        return answer

    def texts(self) -> list[str]:
        return [note["text"] for note in self.look()["notes"].values()]
