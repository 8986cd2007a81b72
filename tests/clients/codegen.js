// Types for the saved examples, written to the folder $CODEGEN_OUTPUT.
export default {
  schema: "../../schema/schema.graphql",
  documents: "../../api/graphql/examples/*.graphql",
  generates: {
    [`${process.env.CODEGEN_OUTPUT}/`]: {
      preset: "client",
      config: { strictScalars: true, scalars: { Date: "string", DateTime: "string" } },
    },
  },
};
