from __future__ import annotations

from collections.abc import Iterator

import pytest
from documents import ROOT
from served import Dateline, dateline_up


@pytest.fixture(scope="session")
def dateline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dateline]:
    """A server started in a folder that looks like a clone."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    (folder / ".curlrc").write_text("fail-with-body\nsilent\nshow-error\n")
    with dateline_up(folder) as served:
        yield served
