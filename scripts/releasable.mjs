/**
 * The first step of `npm run release`: npm refuses provenance only when it is told to publish, which would be after every
 * test has run.
 */
import { readFileSync } from 'node:fs';
import { env } from 'node:process';

/** @type {{ repository?: { url?: string } }} */
const { repository } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Where npm gets the token, in GitHub's workflows and in GitLab's. */
const identity = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? env['SIGSTORE_ID_TOKEN'];

const lack = !repository?.url
  ? 'package.json has no repository.url, and npm compares that with where the workflow runs.'
  : !identity && 'There is no identity token: run it in a workflow that may ask for one (id-token: write).';

if (lack) {
  console.error(`No release: provenance cannot be had. ${lack}`);
  process.exitCode = 1;
}
