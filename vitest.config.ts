import { defineConfig } from 'vitest/config'

/** Rooms that know no process, file, database or browser: their tests share the modules that they import. */
const pure = ['analysis', 'drafting', 'exchange', 'record', 'rules', 'ui'].map((room) => `src/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    // A browser, a PostgreSQL server and PGlite all start here, on machines with two cores.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { test: { name: 'pure', include: pure, isolate: false } },
      {
        test: {
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
        },
      },
    ],
  },
})
