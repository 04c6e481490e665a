"""Say it, look at the plan, say yes, put it back. Usage: ordena.py http://127.0.0.1:3000 TOKEN

Only the standard library. Errors are problem details (RFC 9457): branch on `code`, show `title`.
"""

import json
import sys
import urllib.error
import urllib.request


class Ordena:
    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token

    def post(self, path: str, body: dict) -> dict:
        headers = {"authorization": f"Bearer {self.token}", "content-type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            raise SystemExit(f"{problem['code']}: {problem['title']}") from error

    def say(self, message: str, **more: str) -> dict:
        return self.post("/v1/chat", {"message": message, **more})

    def approve(self, plan: dict) -> dict:
        """The hash makes sure that exactly the plan that was shown is carried out."""
        return self.post(f"/v1/plans/{plan['planId']}/approve", {"hash": plan["hash"]})

    def undo(self, plan: dict) -> dict:
        return self.post(f"/v1/plans/{plan['planId']}/undo", {})


def main(url: str, token: str) -> None:
    ordena = Ordena(url, token)
    answer = ordena.say("move all files from the desktop to a folder called python", mode="ask")
    if not answer["plans"]:  # nothing to move, or a question
        raise SystemExit(answer["reply"])
    plan = answer["plans"][0]
    print(plan["preview"])
    print(ordena.approve(plan)["reply"])
    print(ordena.undo(plan)["reply"])


if __name__ == "__main__":
    main(*sys.argv[1:3])
