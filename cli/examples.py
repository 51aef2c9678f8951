"""Examples of every command, as its ``--help`` shows them."""

from __future__ import annotations

import click

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": (
        "dateline up --seeds",
        "dateline submit article.txt --topic 'Night ferries' --wait",
        "dateline COMMAND --help",
    ),
    "backup": ("dateline backup dateline.db", "dateline backup dateline.db --data elsewhere --format json"),
    "completion": (
        'eval "$(dateline completion bash)"',
        'eval "$(dateline completion zsh)"',
        "dateline completion fish > ~/.config/fish/completions/dateline.fish",
    ),
    "digest": (
        "dateline digest articles.jsonl.gz --dates 10 --sentences 2",
        "zcat articles.jsonl.gz | dateline digest - --query 'night ferry' --from 2024-09-01",
    ),
    "events": (
        'echo \'{"id": "1", "dct": "2024-09-20", "text": "The ferry sank last week."}\' | dateline events --jsonl',
    ),
    "explain": (
        "dateline explain 'The councils met on Tuesday.' --published 2024-09-20",
        "dateline explain 'Nächste Woche wird verhandelt.' --published 2024-09-20 --language de --format json",
    ),
    "failures": ("dateline failures list", "dateline failures retry --all"),
    "failures list": ("dateline failures list", "dateline failures list --format json | jq .failure.reason"),
    "failures show": ("dateline failures show da953c8b47954acfc69c4b131983c835",),
    "failures retry": (
        "dateline failures retry da953c8b47954acfc69c4b131983c835",
        "dateline failures retry --all",
    ),
    "failures drop": ("dateline failures drop da953c8b47954acfc69c4b131983c835",),
    "feeds": ("dateline feeds add https://example.org/news.rss --topic Harbour --every 15m", "dateline feeds list"),
    "feeds add": ("dateline feeds add https://example.org/news.rss --topic Harbour --every 15m",),
    "feeds list": ("dateline feeds list", "dateline feeds list --format json | jq .outcome"),
    "feeds poll": ("dateline feeds poll https://example.org/news.rss",),
    "feeds remove": ("dateline feeds remove https://example.org/news.rss",),
    "reread": ("dateline reread --dry-run", "dateline reread --topic 'Night ferries' --format json"),
    "retract": (
        "dateline retract da953c8b47954acfc69c4b131983c835 --reason 'The quote was invented.'",
        "dateline retract da953c8b47954acfc69c4b131983c835 --format json",
    ),
    "restore": ("dateline restore dateline.db", "dateline restore dateline.db --data elsewhere --force"),
    "submit": (
        "dateline submit article.txt --topic 'Night ferries' --wait",
        "dateline submit archive/ pages/*.html --topic Ferries --format json",
        "cat articles.ndjson | dateline submit -",
    ),
    "tag": ('echo \'{"id": "1", "dct": "2024-09-20", "text": "The ferry sank last week."}\' | dateline tag --jsonl',),
    "timeline": (
        "dateline timeline 'Night ferries' --from 2024-09-01",
        "dateline timeline night-ferries --format json",
    ),
    "topics": ("dateline topics list", "dateline topics define 'Harbour strike' --q 'harbour strike -film'"),
    "topics list": ("dateline topics list", "dateline topics list --format json | jq .slug"),
    "topics show": ("dateline topics show 'Night ferries'", "dateline topics show night-ferries --format json"),
    "topics define": (
        "dateline topics define 'Harbour strike' --q 'harbour (strike OR walkout) -film' --from 2024-09-01",
        "dateline topics define gazette --publisher 'Port Ellery Gazette'",
    ),
    "topics rename": ("dateline topics rename night-ferries 'Ferries at night'",),
    "topics merge": ("dateline topics merge night-ferries ferries",),
    "topics remove": ("dateline topics remove night-ferries",),
    "tokens": ("dateline tokens make 'Port Ellery Gazette'", "dateline tokens list"),
    "tokens make": (
        "(umask 077; dateline tokens make 'Port Ellery Gazette' > token)",
        "dateline tokens make Prometheus --scope admin --format json",
    ),
    "tokens list": ("dateline tokens list", "dateline tokens list --format json"),
    "tokens revoke": ("dateline tokens revoke 'Port Ellery Gazette'", "dateline tokens revoke 3f9a01c2b7de"),
    "up": ("dateline up --seeds", "dateline up --data /var/lib/dateline --port 8080 --workers 4"),
    "upgrade": ("DATABASE_URL=postgresql://dateline@localhost/dateline dateline upgrade",),
}


def illustrated(command: click.Command, path: str) -> click.Command:
    """The command with its examples at the end of its help, and so those below it."""
    if path in EXAMPLES:
        command.epilog = "\b\n" + "\n".join(("Examples:", *(f"  {line}" for line in EXAMPLES[path])))
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            illustrated(inner, f"{path} {name}".strip())
    return command
