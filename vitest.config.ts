import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // Half of a test waits for PostgreSQL or the browser; one at a time leaves a machine of two cores idle.
    maxWorkers: 2,
    globalSetup: ['tests/harness/global-setup.ts'],
    // The first test of a run waits for the server and the migrations; the machine may be busy with other runs.
    testTimeout: 30_000,
    hookTimeout: 90_000,
  },
})
