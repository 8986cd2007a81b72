/* An article written for this page: places, people, offices, speech and numbers are made up. */

export const EXAMPLE = {
  day: "2025-09-17",
  text: `GOMA, Congo — At least six people were killed and 14 injured when shells struck a bus station in the eastern Congolese city of Goma on Tuesday, the provincial governor said.

“People were waiting for the last bus home,” Governor Solange Mukendi told reporters outside the hospital. She said that the number of dead could rise.

The army blamed the rebel Kivu Defense Movement for the shelling. A spokesman for the rebels, Pascal Rwemera, denied it, saying the shells had come “from the army's own guns on the hill.”

Kenya's foreign minister, Wanjala Kiprotich, urged both sides to return to the talks in Nairobi, which are to resume on 29 September. The United Nations sent two trucks of medical supplies from Bukavu on Wednesday, and about 300 people marched through Goma to demand that the road to the airport be reopened.`,
};
