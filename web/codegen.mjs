/* The types of the page: one for each query in page/queries, checked against the schema that the server serves. */

export default {
  schema: "../schema/schema.graphql",
  documents: "page/queries/*.graphql",
  generates: {
    "page/api/documents.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        avoidOptionals: { field: true },
        inputMaybeValue: "T | undefined | null",
        scalars: { Date: "string", DateTime: "string" },
      },
    },
  },
};
