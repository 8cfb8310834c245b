"""A stand-in for GitHub's API, as far as the page to write on asks it; nothing leaves the machine.

REST: https://docs.github.com/en/rest. GraphQL: https://docs.github.com/en/graphql.
"""

import base64
import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Route

API = "https://api.github.com"
HEAD = "1" * 40
AFTER = "2" * 40
WHO = {"name": "Robin", "email": "robin@blog.example", "user": {"id": 1, "login": "robin"}}


@dataclass
class GitHub:
    """One repository, `local/<name>`: its texts, the commits that were made, the tokens given."""

    files: dict[str, bytes]
    commits: list[dict[str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def answer_for(self, page: Page) -> None:
        """Answer whatever a page asks GitHub."""
        page.route(f"{API}/**", self.answer)

    def answer(self, route: Route) -> None:
        request = route.request
        self.tokens.add(request.headers.get("authorization", ""))
        path = request.url.removeprefix(API).partition("?")[0]
        if path == "/graphql":
            asked = json.loads(request.post_data or "")
            found: Any = {"data": self.query(asked["query"], asked["variables"])}
        else:
            found = self.rest(path)
        headers = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}
        route.fulfill(status=200 if found else 404, json=found, headers=headers)

    def rest(self, path: str) -> Any:  # noqa: ANN401 - whatever GitHub says
        if path == "/user":
            return {"name": "Robin", "login": "robin", "html_url": "https://github.com/robin"}
        if "/git/trees/" in path:
            tree = [
                {"type": "blob", "path": name, "sha": self.name_of(name), "size": len(data)}
                for name, data in self.files.items()
            ]
            return {"sha": HEAD, "tree": tree}
        return {"ok": True} if "/collaborators/robin" in path else None

    def name_of(self, path: str) -> str:
        """Return a blob's name."""
        return f"{sorted(self.files).index(path):040x}"

    def query(self, text: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "createCommitOnBranch" in text:
            self.commits.append(variables["input"])
            commit = {"oid": AFTER, "committedDate": "2026-11-23T12:00:00Z"}
            return {"createCommitOnBranch": {"commit": commit | {"file_0": {"oid": "3" * 40}}}}
        found: dict[str, Any] = {"defaultBranchRef": {"name": "main"}}
        commit = {
            "oid": HEAD,
            "message": "x",
            "author": WHO,
            "committedDate": "2026-11-23T12:00:00Z",
        }
        history = {"target": {"history": {"nodes": [commit]}}}
        found["ref"] = history
        found |= dict.fromkeys(re.findall(r"(\w+): ref\(", text), history)
        blobs = {self.name_of(path): data.decode() for path, data in self.files.items()}
        for name, blob in re.findall(r'(\w+): object\(oid: "(\w+)"\)', text):
            found[name] = {"text": blobs[blob], "isTruncated": False}
        return {"repository": found}

    def committed(self) -> dict[str, bytes]:
        """Return the files of the last commit."""
        changes = self.commits[-1]["fileChanges"]
        assert changes["deletions"] == []
        return {it["path"]: base64.b64decode(it["contents"]) for it in changes["additions"]}
