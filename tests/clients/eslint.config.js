// graphql-eslint over the schema and the saved examples.
import graphql from "@graphql-eslint/eslint-plugin";

const { parser, configs } = graphql;
const schemaRules = configs["flat/schema-recommended"].rules;
const naming = "@graphql-eslint/naming-convention";

export default [
  {
    files: ["**/*.graphql"],
    languageOptions: {
      parser,
      parserOptions: {
        graphQLConfig: {
          schema: "schema/schema.graphql",
          documents: "api/graphql/examples/*.graphql",
        },
      },
    },
    plugins: { "@graphql-eslint": graphql },
  },
  {
    files: ["schema/schema.graphql"],
    rules: {
      ...schemaRules,
      ...configs["flat/schema-relay"].rules,
      [naming]: [
        "error",
        // These three stand out on purpose: they are no columns.
        { ...schemaRules[naming][1], InputValueDefinition: { style: "camelCase", ignorePattern: "^(AND|OR|NOT)$" } },
      ],
      // Connections have `nodes` beside `edges`, as GitHub's have, and short bounded lists are plain lists.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
      // Values are not refetched; each of them is named here, so that no noun goes without an id.
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            suffixes: ["Connection", "Edge", "Payload"],
            types: [
              "Codes",
              "Correction",
              "Count",
              "EventBucket",
              "EventKey",
              "Office",
              "OtherValue",
              "PageInfo",
              "Participant",
              "RateLimit",
              "Resolution",
              "Span",
              "Suggestion",
              "Victims",
              "When",
              "Withdrawal",
            ],
          },
        },
      ],
    },
  },
  {
    files: ["api/graphql/examples/*.graphql"],
    rules: {
      ...configs["flat/operations-recommended"].rules,
      // The examples are for people; ids are for caches.
      "@graphql-eslint/require-selections": "off",
      // What the server takes by default.
      "@graphql-eslint/selection-set-depth": ["error", { maxDepth: 15 }],
    },
  },
];
