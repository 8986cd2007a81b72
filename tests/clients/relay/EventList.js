import { graphql } from "relay-runtime";

export const query = graphql`
  query EventListQuery($where: EventWhere, $size: Int!) {
    ...EventList_events @arguments(where: $where, size: $size)
  }
`;

export const list = graphql`
  fragment EventList_events on Query
  @argumentDefinitions(where: { type: "EventWhere" }, size: { type: "Int!" }, cursor: { type: "String" })
  @refetchable(queryName: "EventListPageQuery") {
    events(where: $where, first: $size, after: $cursor) @connection(key: "EventList_events", filters: ["where"]) {
      totalCount
      edges {
        node {
          id
          ...EventList_event
        }
      }
    }
  }
`;

export const event = graphql`
  fragment EventList_event on Event
  @refetchable(queryName: "EventListEventQuery")
  @argumentDefinitions(reports: { type: "Int", defaultValue: 3 }, more: { type: "String" }) {
    summary
    type
    when {
      earliest
      latest
    }
    reports(first: $reports, after: $more) @connection(key: "EventList_reports") {
      edges {
        node {
          saidBy {
            name
          }
          evidence {
            text
          }
        }
      }
    }
  }
`;

export const added = graphql`
  subscription EventListAddedSubscription($where: EventWhere) {
    eventAdded(where: $where) {
      ...EventList_event
    }
  }
`;

export const correct = graphql`
  mutation EventListCorrectMutation($event: ID!, $change: EventChange!, $reason: String!) {
    eventCorrect(event: $event, change: $change, reason: $reason) {
      event {
        ...EventList_event
      }
    }
  }
`;
