export * from './changes.ts'
export * from './paragraphs.ts'
