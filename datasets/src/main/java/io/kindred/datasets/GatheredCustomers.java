package io.kindred.datasets;

import io.kindred.datasets.DatasetSummary.AccountCounts;
import io.kindred.features.AccountHistory;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The customers that all gathered rows are about: everyone met, or a side of accounts and
/// contacts.
///
/// @param customers by id
/// @param tally of all their events, and of their accounts', each once
record GatheredCustomers(List<Customer> customers, AccountCounts accounts, EventTally tally) {

  /// @param named makes the id by which a customer is known from here on
  static GatheredCustomers of(
      Gathering gathering, Optional<AccountsMapping> accounts, UnaryOperator<CustomerId> named) {
    gathering.finish();
    EventTally tally = new EventTally();
    List<Member> people = members(gathering.customers(), named);
    if (accounts.isEmpty()) {
      return new GatheredCustomers(customers(people, tally), AccountCounts.NONE, tally);
    }
    Map<Gathered, Map<CustomerId, History>> contactsByAccount = new HashMap<>();
    for (Member contact : people) {
      contact
          .gathered
          .account()
          .ifPresent(account ->
              contactsByAccount
                  .computeIfAbsent(account, _ -> new HashMap<>())
                  .put(contact.id, contact.history));
    }
    List<Member> companies = members(gathering.accounts(), named);
    List<Customer> customers =
        switch (accounts.get().level()) {
          case ACCOUNT -> customers(folded(companies, contactsByAccount), tally);
          case CONTACT -> {
            companies.forEach(company -> tally.add(company.history));
            yield contacts(people, folded(companies, contactsByAccount), tally);
          }
        };
    int withAccount = contactsByAccount.values().stream().mapToInt(Map::size).sum();
    return new GatheredCustomers(
        customers,
        new AccountCounts(companies.size(), people.size(), people.size() - withAccount),
        tally);
  }

  private record Member(CustomerId id, Gathered gathered, History history) {}

  private static List<Member> members(
      Map<String, Gathered> gatheredById, UnaryOperator<CustomerId> named) {
    List<Member> members = new ArrayList<>();
    gatheredById.forEach((id, gathered) -> {
      if (gathered.isMet()) {
        members.add(new Member(named.apply(new CustomerId(id)), gathered, gathered.takeHistory()));
      }
    });
    members.sort(Comparator.comparing(Member::id));
    return members;
  }

  private static List<Member> folded(
      List<Member> accounts, Map<Gathered, Map<CustomerId, History>> contactsByAccount) {
    return accounts.stream()
        .map(account ->
            new Member(
                account.id,
                account.gathered,
                AccountHistory.of(
                    account.history, contactsByAccount.getOrDefault(account.gathered, Map.of()))))
        .toList();
  }

  private static List<Customer> customers(List<Member> members, EventTally tally) {
    return members.stream()
        .map(member -> {
          tally.add(member.history);
          return new Customer(member.id, member.history);
        })
        .toList();
  }

  private static List<Customer> contacts(
      List<Member> people, List<Member> accounts, EventTally tally) {
    Map<Gathered, History> historyOfAccount = new HashMap<>();
    accounts.forEach(account -> historyOfAccount.put(account.gathered, account.history));
    return people.stream()
        .map(contact -> {
          tally.add(contact.history);
          History account =
              contact.gathered.account().map(historyOfAccount::get).orElse(History.empty());
          return new Customer(contact.id, contact.history, account);
        })
        .toList();
  }
}
