"""Each notebook as its readers meet it: opened in JupyterLab in a browser, Run All, looked at.

Set DISCOURSE_SCREENSHOTS to a folder to keep the pictures.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# One worker runs all of these, so that one server and one browser at a time are enough.
pytestmark = pytest.mark.xdist_group("jupyterlab")

REPOSITORY = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
# What a notebook works on; code is imported from where it is installed.
WORKED_ON = ("notebooks", "corpus", "figures", "pyproject.toml")

# Upper limits for a machine that is busy; nothing waits for them otherwise.
STARTED_WITHIN = 120
RAN_WITHIN = 600
HEIGHT = 1500

# JupyterLab gives an error the same kind of box as other output on standard error.
ALARM = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]'

DRAWS = re.compile(r"\bplots\.|\.plot\b|\bplt\.|\bsns\.|\bsave_figure\b")

SETTINGS = {
    # all cells are in the page at once, those out of sight too
    "notebook-extension/tracker": {"windowingMode": "none"},
    # no question about news over the notebook
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@dataclass(frozen=True)
class Server:
    """A running JupyterLab: its address, its token, the folder it shows."""

    url: str
    token: str
    root: Path


@dataclass(frozen=True)
class Seen:
    """What the browser showed after Run All, and the notebook as it was saved.

    `alarms` are the texts on a red ground: tracebacks, warnings, whatever went to standard error.
    """

    alarms: list[str]
    n_figures: int
    saved: nbformat.NotebookNode
    screenshots: list[Path]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium found; install it (Debian: apt-get install chromium)")
    arguments = (
        "--no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-sync "
        "--disable-component-update --disable-dev-shm-usage --no-first-run"
    ).split()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab on a copy of what the notebooks work on, without the user's own settings."""
    home = tmp_path_factory.mktemp("jupyter")
    root = home / "project"
    root.mkdir()
    for name in WORKED_ON:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        elif source.exists():
            shutil.copy(source, root / name)

    folders = {
        name: home / name.lower()
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTER_DATA_DIR",
            "JUPYTER_RUNTIME_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
            "IPYTHONDIR",
        )
    }
    for folder in folders.values():
        folder.mkdir()
    for plugin, values in SETTINGS.items():
        file = folders["JUPYTERLAB_SETTINGS_DIR"] / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")

    token = secrets.token_hex()
    log = home / "server.log"
    environment = os.environ | {name: str(folder) for name, folder in folders.items()}
    # whatever backend this shell prefers, a notebook shows its figures inline
    environment.pop("MPLBACKEND", None)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                f"--ServerApp.root_dir={root}",
                f"--IdentityProvider.token={token}",
                f"--ServerApp.port={free_port()}",
                "--ServerApp.port_retries=100",
                "--LabApp.extension_manager=readonly",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            ],
            cwd=root,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Server(wait_for_address(process, folders["JUPYTER_RUNTIME_DIR"], token, log), token, root)
    finally:
        process.terminate()
        process.wait(timeout=60)


def free_port() -> int:
    """A port that nobody listens on: everybody's first choice, 8888, may be taken in the moment it is asked for."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_address(process: subprocess.Popen, runtime: Path, token: str, log: Path) -> str:
    """Return the address of the server once it answers; it writes the port it found free into a file."""
    file = runtime / f"jpserver-{process.pid}.json"
    for _ in range(STARTED_WITHIN * 4):
        if process.poll() is not None:
            break
        if file.exists() and (text := file.read_text(encoding="utf-8")).endswith("}"):
            url = json.loads(text)["url"]
            try:
                with urllib.request.urlopen(f"{url}api/status?token={token}", timeout=10):
                    return url
            except urllib.error.URLError:
                pass
        time.sleep(0.25)
    pytest.fail("JupyterLab did not start:\n" + log.read_text(encoding="utf-8")[-3000:])


def run_in_lab(browser: Browser, server: Server, path: Path, pictures: Path) -> Seen:
    """Open a notebook of the server's folder, run all its cells, save it, and say what was seen."""
    page = browser.new_page(viewport={"width": 1280, "height": HEIGHT})
    try:
        place = path.relative_to(server.root).as_posix()
        page.goto(f"{server.url}lab/tree/{place}?token={server.token}&reset", timeout=STARTED_WITHIN * 1000)
        # Run All is lost without a word while the kernel is starting.
        idle = page.locator("#jp-main-statusbar").get_by_text(re.compile(r"\| Idle$"))
        idle.wait_for(timeout=STARTED_WITHIN * 1000)
        # The sidebar takes a third of the window from the notebook.
        page.keyboard.press("Control+b")
        page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Run$")).click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()

        cells = nbformat.read(path, as_version=4).cells
        n_to_run = sum(cell.cell_type == "code" and bool(cell.source.strip()) for cell in cells)
        page.wait_for_function(
            """([n, alarm]) => {
                const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];
                const ran = prompts.filter((prompt) => /^\\[\\d+\\]:?$/.test(prompt.textContent.trim()));
                const failed = document.querySelector(alarm);
                const running = prompts.some((prompt) => prompt.textContent.includes('*'));
                return !running && (ran.length === n || failed !== null);
            }""",
            arg=[n_to_run, ALARM],
            timeout=RAN_WITHIN * 1000,
        )
        idle.wait_for(timeout=STARTED_WITHIN * 1000)
        page.keyboard.press("Control+s")
        saved = wait_for_saved(page, path, n_to_run)
        return Seen(
            alarms=page.locator(ALARM).all_inner_texts(),
            n_figures=count_figures(page),
            saved=saved,
            screenshots=photograph(page, path.stem, pictures),
        )
    finally:
        page.close()


def wait_for_saved(page: Page, path: Path, n_to_run: int) -> nbformat.NotebookNode:
    """Return the notebook as JupyterLab wrote it, once the file holds what was run."""
    for _ in range(STARTED_WITHIN * 4):
        try:
            notebook = nbformat.read(path, as_version=4)
        except nbformat.reader.NotJSONError:  # it is being written
            page.wait_for_timeout(250)
            continue
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        n_ran = sum(cell.execution_count is not None for cell in code)
        if n_ran == n_to_run or any(
            output.output_type == "error" for cell in code for output in cell.outputs
        ):
            return notebook
        page.wait_for_timeout(250)
    pytest.fail(f"JupyterLab did not save {path.name} after it ran.")


def count_figures(page: Page) -> int:
    """Count the pictures among the outputs that have a size in the page: a broken one has none."""
    return page.evaluate(
        """() => {
            const shown = (node) => node.getBoundingClientRect().width > 20;
            const images = [...document.querySelectorAll('.jp-RenderedImage img')];
            const drawings = [...document.querySelectorAll('.jp-RenderedSVG')];
            return images.filter((image) => image.naturalWidth > 20 && shown(image)).length
                + drawings.filter(shown).length;
        }"""
    )


def photograph(page: Page, stem: str, folder: Path) -> list[Path]:
    """Photograph the notebook from top to bottom, a window at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer")
    step = panel.evaluate("node => node.clientHeight") - 40
    total = panel.evaluate(
        """node => [...node.querySelectorAll('.jp-Cell')].at(-1).getBoundingClientRect().bottom
            - node.getBoundingClientRect().top + node.scrollTop"""
    )
    pictures = []
    for number, top in enumerate(range(0, int(total), step), start=1):
        panel.evaluate("(node, top) => { node.scrollTop = top; }", top)
        page.wait_for_timeout(100)
        pictures.append(folder / f"{stem}-{number}.png")
        page.screenshot(path=pictures[-1])
    return pictures


def stored_figures(notebook: nbformat.NotebookNode) -> int:
    """Count the outputs of a notebook that a browser shows as a picture."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    kinds = [set(output.get("data", {})) for output in outputs]
    # JupyterLab shows the richest form of an output, and a page is richer than a picture
    return sum(
        bool(kind & {"image/png", "image/svg+xml", "image/jpeg"})
        and not kind & {"text/html", "application/vnd.jupyter.widget-view+json"}
        for kind in kinds
    )


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    kept = os.environ.get("DISCOURSE_SCREENSHOTS")
    return Path(kept) if kept else tmp_path / "screenshots"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_in_jupyterlab(browser, server, pictures, path):
    copy = server.root / path.relative_to(REPOSITORY)
    draws = any(
        DRAWS.search(cell.source)
        for cell in nbformat.read(copy, as_version=4).cells
        if cell.cell_type == "code"
    )
    seen = run_in_lab(browser, server, copy, pictures)
    assert seen.alarms == []
    assert seen.n_figures == stored_figures(seen.saved)
    assert seen.n_figures >= 1 or not draws, "the notebook draws, yet its page shows no figure"
    assert all(picture.stat().st_size > 10_000 for picture in seen.screenshots)


def test_an_error_and_a_figure_are_noticed(browser, server, pictures):
    """Were JupyterLab to rename what is looked for in its page, failing notebooks would pass unseen."""
    notebook = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        },
        cells=[
            nbformat.v4.new_markdown_cell("# One figure, then an error"),
            nbformat.v4.new_code_cell("import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]);"),
            nbformat.v4.new_code_cell("raise ValueError('the last week has no documents')"),
        ],
    )
    path = server.root / "made-to-fail.ipynb"
    nbformat.write(notebook, path)
    seen = run_in_lab(browser, server, path, pictures)
    assert len(seen.alarms) == 1
    assert "ValueError: the last week has no documents" in seen.alarms[0]
    assert seen.n_figures == stored_figures(seen.saved) == 1
    assert len(seen.screenshots) == 1
