#include "lib/rules/draw/match.h"

#include <algorithm>
#include <functional>
#include <future>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/errors.h"

namespace spotcheck::rules {
namespace {

constexpr std::size_t kNone = ~std::size_t{0};

// Makes the assignment. An item keeps its `held` bins for good and may still
// exchange its `movable` ones; its `open` bins are all other candidates.
class Matcher {
 public:
  explicit Matcher(const MatchProblem& problem);

  // Serves every slot and raises the capacities as little as needed.
  void ServeAll();
  // Gives the item's next slot, for good, the first bin of the order with which
  // all other slots can still be served. There always is one.
  void Fix(std::size_t item, std::vector<std::pair<Digest, std::size_t>> order);

  const std::vector<std::size_t>& held(std::size_t item) const {
    return items_[item].held;
  }
  std::int64_t overflow() const { return overflow_; }
  // Gives the bins that were short when the capacities were last raised.
  const BitSet& short_bins() const { return short_bins_; }

 private:
  struct Item {
    BitSet open;
    std::vector<std::size_t> movable;
    std::vector<std::size_t> held;
  };
  struct Bin {
    std::int64_t room = 0;            // never below 0
    std::vector<std::size_t> movers;  // items with this bin in `movable`
    BitSet ways;        // bins to which some mover could go; see `stale`
    bool stale = true;  // `ways` must be made again
  };

  void Serve(std::size_t item);
  void Raise();
  // Searches from bin `from` for a bin that has room or is among `goals`. Bins
  // in seen_ were searched in vain and stay out. Gives the bin found, to which
  // back_ holds the way, or kNone.
  std::size_t Search(std::size_t from, const std::vector<std::size_t>& goals);
  // Moves one item along each step of the way that ends in `end`.
  void Shift(std::size_t end);
  void Move(std::size_t from, std::size_t to);

  void Take(std::size_t item, std::size_t bin);
  void Drop(std::size_t item, std::size_t bin);
  void MarkStale(const Item& item);
  const BitSet& Ways(std::size_t bin);

  std::vector<Item> items_;
  std::vector<Bin> bins_;
  std::int64_t slots_;
  std::int64_t overflow_ = 0;
  BitSet seen_;
  BitSet short_bins_;
  std::vector<std::size_t> back_;   // for each bin seen, the bin before it
  std::vector<std::size_t> queue_;  // scratch of Search
};

Matcher::Matcher(const MatchProblem& problem)
    : slots_(problem.slots),
      seen_(problem.capacities.size()),
      short_bins_(problem.capacities.size()),
      back_(problem.capacities.size(), kNone) {
  items_.reserve(problem.candidates.size());
  for (const BitSet& candidates : problem.candidates) {
    items_.push_back({candidates, {}, {}});
  }
  bins_.reserve(problem.capacities.size());
  for (const std::int64_t capacity : problem.capacities) {
    bins_.push_back({capacity, {}, BitSet(problem.capacities.size()), true});
  }
}

void Matcher::ServeAll() {
  for (std::size_t item = 0; item < items_.size(); ++item) {
    for (std::int64_t slot = 0; slot < slots_; ++slot) Serve(item);
  }
}

void Matcher::Serve(std::size_t item) {
  for (;;) {
    seen_.Clear();
    std::size_t first = kNone;
    std::size_t end = kNone;
    items_[item].open.EachWithout(seen_, [&](std::size_t bin) {
      first = bin;
      if (!seen_.Has(bin)) end = Search(bin, {});
      return end == kNone;
    });
    if (end != kNone) {
      Shift(end);
      Take(item, first);
      return;
    }
    // The bins seen are full of items that have nowhere else to go: no
    // arrangement serves them all within the present capacities.
    short_bins_ = seen_;
    Raise();
  }
}

void Matcher::Raise() {
  ++overflow_;
  for (Bin& bin : bins_) ++bin.room;
}

void Matcher::Fix(std::size_t item,
                  std::vector<std::pair<Digest, std::size_t>> order) {
  std::make_heap(order.begin(), order.end(), std::greater<>());
  seen_.Clear();
  while (!order.empty()) {
    std::pop_heap(order.begin(), order.end(), std::greater<>());
    const std::size_t bin = order.back().second;
    order.pop_back();
    if (seen_.Has(bin)) continue;
    // This is a copy, since Drop and Take change the item's list.
    const std::vector<std::size_t> goals = items_[item].movable;
    const bool mine = std::find(goals.begin(), goals.end(), bin) != goals.end();
    if (!mine) {
      const std::size_t end = Search(bin, goals);
      if (end == kNone) continue;
      const bool own_end =
          std::find(goals.begin(), goals.end(), end) != goals.end();
      Drop(item, own_end ? end : goals.front());
      Shift(end);
      Take(item, bin);
    }
    Item& fixed = items_[item];
    std::erase(fixed.movable, bin);
    fixed.held.push_back(bin);
    std::vector<std::size_t>& movers = bins_[bin].movers;
    std::iter_swap(std::find(movers.begin(), movers.end(), item),
                   movers.end() - 1);
    movers.pop_back();
    bins_[bin].stale = true;
    return;
  }
}

std::size_t Matcher::Search(std::size_t from,
                            const std::vector<std::size_t>& goals) {
  const auto ends = [&](std::size_t bin) {
    return bins_[bin].room > 0 ||
           std::find(goals.begin(), goals.end(), bin) != goals.end();
  };
  seen_.Add(from);
  back_[from] = kNone;
  if (ends(from)) return from;
  queue_.assign(1, from);
  std::size_t end = kNone;
  for (std::size_t next = 0; next < queue_.size() && end == kNone; ++next) {
    const std::size_t bin = queue_[next];
    Ways(bin).EachWithout(seen_, [&](std::size_t to) {
      seen_.Add(to);
      back_[to] = bin;
      queue_.push_back(to);
      if (ends(to)) end = to;
      return end == kNone;
    });
  }
  return end;
}

void Matcher::Shift(std::size_t end) {
  for (std::size_t to = end; back_[to] != kNone; to = back_[to]) {
    Move(back_[to], to);
  }
}

void Matcher::Move(std::size_t from, std::size_t to) {
  for (const std::size_t item : bins_[from].movers) {
    if (!items_[item].open.Has(to)) continue;
    Drop(item, from);
    Take(item, to);
    return;
  }
}

void Matcher::Take(std::size_t item, std::size_t bin) {
  items_[item].movable.push_back(bin);
  items_[item].open.Remove(bin);
  bins_[bin].movers.push_back(item);
  --bins_[bin].room;
  MarkStale(items_[item]);
}

void Matcher::Drop(std::size_t item, std::size_t bin) {
  MarkStale(items_[item]);
  std::erase(items_[item].movable, bin);
  items_[item].open.Add(bin);
  std::vector<std::size_t>& movers = bins_[bin].movers;
  std::iter_swap(std::find(movers.begin(), movers.end(), item),
                 movers.end() - 1);
  movers.pop_back();
  ++bins_[bin].room;
}

void Matcher::MarkStale(const Item& item) {
  for (const std::size_t bin : item.movable) bins_[bin].stale = true;
}

const BitSet& Matcher::Ways(std::size_t bin) {
  Bin& asked = bins_[bin];
  if (asked.stale) {
    asked.ways.Clear();
    for (const std::size_t item : asked.movers) {
      asked.ways.Join(items_[item].open);
    }
    asked.stale = false;
  }
  return asked.ways;
}

absl::Status CheckCandidates(const MatchProblem& problem) {
  for (std::size_t item = 0; item < problem.candidates.size(); ++item) {
    const auto count =
        static_cast<std::int64_t>(problem.candidates[item].Count());
    if (count < problem.slots) {
      return draw_errors::TooFewCandidates(static_cast<std::int64_t>(item) + 1,
                                           count, problem.slots);
    }
  }
  return absl::OkStatus();
}

// Counts the units that all items of the problem need from the short bins: an
// item must take from them whatever it cannot take elsewhere.
MatchBottleneck Describe(const MatchProblem& problem, const BitSet& bins) {
  MatchBottleneck bottleneck;
  for (std::size_t bin = 0; bin < problem.capacities.size(); ++bin) {
    if (!bins.Has(bin)) continue;
    bottleneck.bins.push_back(bin);
    bottleneck.capacity += problem.capacities[bin];
  }
  for (std::size_t item = 0; item < problem.candidates.size(); ++item) {
    const std::int64_t need =
        problem.slots -
        static_cast<std::int64_t>(problem.candidates[item].CountWithout(bins));
    if (need <= 0) continue;
    bottleneck.items.push_back(item);
    bottleneck.demand += need;
  }
  return bottleneck;
}

// The bins of a slot with their tickets; they are not sorted.
using Ticketed = std::vector<std::pair<Digest, std::size_t>>;

// So many items get their tickets together: it is enough work for some threads
// and takes a few megabytes.
constexpr std::size_t kBlock = 256;
// One thread makes fewer tickets than this sooner than another thread starts.
constexpr std::size_t kWorthAThread = 20'000;

// Makes the tickets of some items in a row, for all candidates of every slot.
// FixItem drops the bins that the item already has.
class TicketBlock {
 public:
  TicketBlock(const MatchProblem& problem, std::size_t first)
      : problem_(problem), first_(first) {
    items_.resize(std::min(kBlock, problem.candidates.size() - first));
  }
  std::size_t size() const { return items_.size(); }

  void Fill(absl::Span<const SlotTicket> tickets) {
    const std::size_t count = items_.size() * problem_.capacities.size() *
                              static_cast<std::size_t>(problem_.slots);
    const std::size_t threads = count < kWorthAThread ? 1 : tickets.size();
    std::vector<std::future<void>> rest;
    for (std::size_t t = 1; t < threads; ++t) {
      rest.push_back(std::async(std::launch::async, [&, t] {
        FillRange(Part(t, threads), Part(t + 1, threads), tickets[t]);
      }));
    }
    FillRange(0, Part(1, threads), tickets.front());
    for (const std::future<void>& part : rest) part.wait();
  }
  // Gives the bins of a slot. Slots count from 1, and each is taken once.
  Ticketed Take(std::size_t item, std::int64_t slot) {
    return std::move(items_[item - first_][static_cast<std::size_t>(slot - 1)]);
  }

 private:
  std::size_t Part(std::size_t t, std::size_t threads) const {
    return items_.size() * t / threads;
  }
  void FillRange(std::size_t begin, std::size_t end, SlotTicket ticket) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t item = first_ + i;
      for (std::int64_t slot = 1; slot <= problem_.slots; ++slot) {
        Ticketed& bins = items_[i].emplace_back();
        bins.reserve(problem_.candidates[item].Count());
        for (std::size_t bin = 0; bin < problem_.capacities.size(); ++bin) {
          if (!problem_.candidates[item].Has(bin)) continue;
          bins.emplace_back(ticket({item, slot, bin}), bin);
        }
      }
    }
  }

  const MatchProblem& problem_;
  std::size_t first_;
  std::vector<std::vector<Ticketed>> items_;  // per item, per slot
};

void FixItem(const MatchProblem& problem, std::size_t item, TicketBlock& block,
             Matcher& matcher) {
  for (std::int64_t slot = 1; slot <= problem.slots; ++slot) {
    const std::vector<std::size_t>& held = matcher.held(item);
    Ticketed order = block.Take(item, slot);
    std::erase_if(order, [&](const auto& entry) {
      return std::find(held.begin(), held.end(), entry.second) != held.end();
    });
    matcher.Fix(item, std::move(order));
  }
}

}  // namespace

absl::StatusOr<MatchResult> Match(const MatchProblem& problem,
                                  absl::Span<const SlotTicket> tickets) {
  RETURN_IF_ERROR(CheckCandidates(problem));
  Matcher matcher(problem);
  matcher.ServeAll();
  MatchResult result;
  result.overflow = matcher.overflow();
  if (result.overflow > 0) {
    result.bottleneck = Describe(problem, matcher.short_bins());
  }
  const std::size_t items = problem.candidates.size();
  for (std::size_t first = 0; first < items; first += kBlock) {
    TicketBlock block(problem, first);
    block.Fill(tickets);
    for (std::size_t item = first; item < first + block.size(); ++item) {
      FixItem(problem, item, block, matcher);
      result.bins.push_back(matcher.held(item));
    }
  }
  return result;
}

}  // namespace spotcheck::rules
