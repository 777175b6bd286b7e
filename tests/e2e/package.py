"""The program of docs/api.md, built by a project outside the tree against an installed and moved package, makes its clip.
package.py CMAKE BUILD SOURCE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

cmake, build, source = sys.argv[1:]


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    assert done.returncode == 0, f"{command}: exit code {done.returncode}\n{done.stdout}"
    return done.stdout


def block(language):
    """The one code block of docs/api.md in this language."""
    text = pathlib.Path(source, "docs/api.md").read_text(encoding="utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    assert len(found) == 1, f"docs/api.md has {len(found)} blocks of {language}"
    return found[0]


def install(folder):
    """Installed and then moved, so that nothing may refer to the place where it was installed."""
    run(cmake, "--install", build, "--prefix", folder / "first")
    prefix = folder / "DIR"
    (folder / "first").rename(prefix)
    # By this name it is seen whose pair was found.
    document = prefix / "share/flowblending-studio/demo-pair/pair.json"
    document.write_text(document.read_text().replace("Moving Shapes", "Installed Shapes"))
    return prefix


def names_no_place(prefix, folder):
    files = [path for path in prefix.rglob("*") if path.suffix in (".cmake", ".h")]
    wanted = {"FlowBlendConfig.cmake", "FlowBlendConfigVersion.cmake", "FlowBlendTargets.cmake", "engine.h"}
    assert wanted <= {path.name for path in files}, f"installed were {files}"
    for path in files:
        text = path.read_text(encoding="utf-8")
        for place in (build, source, str(folder)):
            assert place not in text, f"{path.relative_to(prefix)} names {place}"
        if path.suffix == ".cmake":
            assert not re.search(r'["; ]/\w', text), f"{path.relative_to(prefix)} names an absolute path"


def builds_and_runs(project):
    project.mkdir()
    (project / "star.cpp").write_text(block("cpp"), encoding="utf-8")
    (project / "CMakeLists.txt").write_text(block("cmake"), encoding="utf-8")
    # The home and the caches of the test are its own; programs of the system are found.
    environment = {"PATH": os.environ["PATH"], "HOME": str(project.parent), "OMP_WAIT_POLICY": "passive", "LC_ALL": "C.UTF-8",
                   "CMAKE_GENERATOR": "Ninja", "CXXFLAGS": "-Wall -Wextra -Werror"}
    commands = block("sh").replace("-D CMAKE_PREFIX_PATH=DIR", f"-D CMAKE_PREFIX_PATH={project.parent / 'DIR'}")
    said = run("bash", "-e", "-c", commands, cwd=project, env=environment)
    assert re.search(r"^Installed Shapes.*: \d+ frames$", said, re.M), said
    return int(re.search(r": (\d+) frames$", said, re.M)[1])


LAB = """
#include <flowblend/clip_comparison.h>
#include <flowblend/proposal.h>

int main() {
  const auto frame = std::make_shared<const fb::Frame>(fb::Frame{16, 16, std::vector<std::uint8_t>(16 * 16 * 3, 9)});
  const fb::Clip clip{8, {frame, frame}};
  const auto same = fb::compareClips(clip, clip, fb::RunControl());
  return same && same.value().ssim == 1 && !fb::storedSweep("nowhere") ? 0 : 1;
}
"""


def links_the_lab_alone(project):
    """FlowBlend::lab needs neither the engine nor LibTorch."""
    project.mkdir()
    (project / "lab.cpp").write_text(LAB, encoding="utf-8")
    (project / "CMakeLists.txt").write_text(
        block("cmake").replace("star", "lab").replace("FlowBlend::engine", "FlowBlend::lab"), encoding="utf-8")
    run(cmake, "-S", project, "-B", project / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={project.parent / 'DIR'}")
    run(cmake, "--build", project / "build")
    run(project / "build/lab", cwd=project)
    assert "torch" not in run("ldd", project / "build/lab"), "it is linked to LibTorch"


with tempfile.TemporaryDirectory(prefix="flowblending-package-") as folder:
    folder = pathlib.Path(folder).resolve()
    prefix = install(folder)
    names_no_place(prefix, folder)
    links_the_lab_alone(folder / "lab")
    frames = builds_and_runs(folder / "star")
    counted = run("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=codec_name,nb_read_frames", "-of",
                  "csv=p=0", folder / "star/star.mp4").strip()
    assert frames > 1 and counted == f"h264,{frames}", f"{counted} was written for {frames} frames"
