// SPDX-License-Identifier: Apache-2.0
// @huggingface/hub browses and downloads from localhub as from the real Hub, and meets the same errors there.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";

const hub = createRequire(join(process.env.HUBDECK_INTEROP_CLIENTS, "package.json"))("@huggingface/hub");

const hubUrl = process.env.HF_ENDPOINT;
const accessToken = process.env.HUBDECK_OWNER_TOKEN;
const guest = process.env.HUBDECK_GUEST_TOKEN;
const repo = { type: "model", name: "demo/tiny-llama" };

async function all(generator) {
  const found = [];
  for await (const item of generator) {
    found.push(item);
  }
  return found;
}

async function bytes(blob) {
  return Buffer.from(await blob.arrayBuffer());
}

function idOf(content, isLarge) {
  return isLarge
    ? createHash("sha256").update(content).digest("hex")
    : createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

async function failsWith(status, promise) {
  await assert.rejects(promise, (error) => {
    assert.equal(error instanceof hub.HubApiError, true, `${error}`);
    assert.equal(error.statusCode, status);
    assert.equal(typeof error.requestId, "string");
    return true;
  });
}

test("models come in pages", async () => {
  const ids = (await all(hub.listModels({ hubUrl }))).map((model) => model.name);
  assert.ok(ids.length >= 300);
  assert.equal(new Set(ids).size, ids.length);
});

test("search, owner, limit and sort", async () => {
  const found = await all(hub.listModels({ hubUrl, search: { query: "tiny-llama", owner: "demo" } }));
  assert.ok(found.some((model) => model.name === repo.name));
  assert.equal((await all(hub.listModels({ hubUrl, limit: 5 }))).length, 5);
  const sorted = await all(hub.listModels({ hubUrl, sort: "downloads", limit: 50 }));
  const downloads = sorted.map((model) => model.downloads);
  assert.deepEqual(downloads, [...downloads].sort((a, b) => b - a));
});

test("datasets and Spaces", async () => {
  const datasets = await all(hub.listDatasets({ hubUrl, search: { owner: "demo" } }));
  assert.ok(datasets.some((dataset) => dataset.name === "demo/tables"));
  const spaces = await all(hub.listSpaces({ hubUrl, search: { owner: "demo" } }));
  assert.ok(spaces.some((space) => space.name === "demo/hello"));
  assert.equal((await hub.datasetInfo({ hubUrl, name: "demo/tables" })).name, "demo/tables");
  assert.equal((await hub.spaceInfo({ hubUrl, name: "demo/hello" })).name, "demo/hello");
});

test("information about a model and its revisions", async () => {
  const info = await hub.modelInfo({ hubUrl, name: repo.name, additionalFields: ["sha", "tags", "cardData"] });
  assert.equal(info.name, repo.name);
  assert.equal(info.private, false);
  assert.equal(info.gated, false);
  const [newest] = await all(hub.listCommits({ hubUrl, repo }));
  assert.equal(info.sha, newest.oid);
  const pull = await hub.modelInfo({ hubUrl, name: repo.name, revision: "refs/pr/1", additionalFields: ["sha"] });
  assert.notEqual(pull.sha, info.sha);
});

test("files, one folder and all", async () => {
  const top = await all(hub.listFiles({ hubUrl, repo }));
  const recursive = await all(hub.listFiles({ hubUrl, repo, recursive: true }));
  assert.deepEqual(
    recursive.map((entry) => entry.path).filter((path) => !path.includes("/")).sort(),
    top.map((entry) => entry.path).sort(),
  );
  const folder = top.find((entry) => entry.type === "directory");
  const inside = await all(hub.listFiles({ hubUrl, repo, path: folder.path, expand: true }));
  assert.ok(inside.length > 0);
  assert.ok(inside.every((entry) => entry.path.startsWith(`${folder.path}/`) && entry.lastCommit.id.length === 40));
});

test("a folder of 100 000 entries comes in pages", async () => {
  const files = await all(hub.listFiles({ hubUrl, repo: "demo/many-files", recursive: true }));
  assert.ok(files.length >= 100_000);
});

test("information about paths leaves out what is missing", async () => {
  const found = await hub.pathsInfo({ hubUrl, repo, paths: ["config.json", "nothing.json"], expand: true });
  assert.deepEqual(found.map((entry) => entry.path), ["config.json"]);
  assert.equal(found[0].lastCommit.id.length, 40);
});

test("60 commits, in pages of 25", async () => {
  const commits = await all(hub.listCommits({ hubUrl, repo, batchSize: 25 }));
  assert.ok(commits.length >= 60);
  assert.ok(commits.every((commit) => commit.oid.length === 40 && commit.title && commit.date instanceof Date));
});

test("every file has the promised bytes", async () => {
  for (const entry of await all(hub.listFiles({ hubUrl, repo, recursive: true }))) {
    // This client does not quote these characters, and asks for the first byte of what has none.
    if (entry.type !== "file" || /[%#?]/.test(entry.path) || entry.size === 0) {
      continue;
    }
    const content = await bytes(await hub.downloadFile({ hubUrl, repo, path: entry.path }));
    assert.equal(content.length, entry.size, entry.path);
    assert.equal(idOf(content, Boolean(entry.lfs)), entry.lfs?.oid ?? entry.oid, entry.path);
    const info = await hub.fileDownloadInfo({ hubUrl, repo, path: entry.path });
    assert.equal(info.size, entry.size, entry.path);
  }
});

test("a range of a large file", async () => {
  const files = await all(hub.listFiles({ hubUrl, repo, recursive: true }));
  const large = files.find((entry) => entry.lfs);
  const blob = await hub.downloadFile({ hubUrl, repo, path: large.path });
  const whole = await bytes(blob);
  assert.deepEqual(await bytes(blob.slice(100, 5100)), whole.subarray(100, 5100));
});

test("the pointer of a large file", async () => {
  const files = await all(hub.listFiles({ hubUrl, repo, recursive: true }));
  const large = files.find((entry) => entry.lfs);
  const pointer = await bytes(await hub.downloadFile({ hubUrl, repo, path: large.path, raw: true }));
  assert.ok(pointer.toString().includes(`oid sha256:${large.lfs.oid}`));
  assert.equal(idOf(pointer, false), large.oid);
});

test("a snapshot in the shared cache", async () => {
  const cacheDir = await mkdtemp(join(process.env.HUBDECK_SCRATCH, "cache-"));
  const dataset = { type: "dataset", name: "demo/tables" };
  const path = await hub.snapshotDownload({ hubUrl, repo: dataset, cacheDir });
  for (const entry of await all(hub.listFiles({ hubUrl, repo: dataset, recursive: true }))) {
    if (entry.type === "file") {
      assert.equal(idOf(await readFile(join(path, entry.path)), Boolean(entry.lfs)), entry.lfs?.oid ?? entry.oid);
    }
  }
});

test("existence", async () => {
  assert.equal(await hub.repoExists({ hubUrl, repo }), true);
  assert.equal(await hub.repoExists({ hubUrl, repo: "demo/nothing" }), false);
  assert.equal(await hub.repoExists({ hubUrl, repo: "demo/private" }), false);
  assert.equal(await hub.fileExists({ hubUrl, repo, path: "config.json" }), true);
  assert.equal(await hub.fileExists({ hubUrl, repo, path: "nothing.json" }), false);
  assert.equal(await hub.downloadFile({ hubUrl, repo, path: "nothing.json" }), null);
});

test("who am I", async () => {
  assert.equal((await hub.whoAmI({ hubUrl, accessToken })).name, "demo");
  await failsWith(401, hub.whoAmI({ hubUrl, accessToken: "hf_nobody" }));
});

test("what is private is there for its owner", async () => {
  const info = await hub.modelInfo({ hubUrl, name: "demo/private", accessToken });
  assert.equal(info.private, true);
  await failsWith(401, hub.modelInfo({ hubUrl, name: "demo/private" }));
  await failsWith(404, hub.modelInfo({ hubUrl, name: "demo/private", accessToken: guest }));
});

test("what is gated lists its files and keeps them", async () => {
  const gated = "demo/gated";
  const [file] = (await all(hub.listFiles({ hubUrl, repo: gated, recursive: true }))).filter((e) => e.type === "file");
  await failsWith(401, hub.downloadFile({ hubUrl, repo: gated, path: file.path }));
  await failsWith(403, hub.downloadFile({ hubUrl, repo: gated, path: file.path, accessToken: guest }));
  await hub.checkRepoAccess({ hubUrl, repo: gated, accessToken });
  const content = await bytes(await hub.downloadFile({ hubUrl, repo: gated, path: file.path, accessToken }));
  assert.equal(content.length, file.size);
});

test("no such repository, no such revision", async () => {
  await failsWith(401, hub.modelInfo({ hubUrl, name: "demo/nothing" }));
  await failsWith(404, hub.modelInfo({ hubUrl, name: "demo/nothing", accessToken }));
  await failsWith(404, hub.modelInfo({ hubUrl, name: repo.name, revision: "nothing" }));
  await failsWith(404, all(hub.listFiles({ hubUrl, repo, revision: "nothing" })));
  await failsWith(404, all(hub.listFiles({ hubUrl, repo, path: "nothing" })));
});
