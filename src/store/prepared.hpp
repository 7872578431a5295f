#pragma once
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/sqlite.hpp"

namespace store {

/// A prepared statement in use. Reset when it goes out of scope, so that no read transaction stays open.
class Borrowed {
  public:
    explicit Borrowed(Statement& statement) : statement_(&statement) {}
    Borrowed(Borrowed&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Borrowed& operator=(Borrowed&& other) noexcept {
        std::swap(statement_, other.statement_);
        return *this;
    }
    ~Borrowed() {
        if (statement_ != nullptr) statement_->reset();
    }
    Statement* operator->() const { return statement_; }
    Statement& operator*() const { return *statement_; }

  private:
    Statement* statement_;
};

/// Statements of one connection, prepared at first use. One at a time of each. Must not outlive the Db.
class Prepared {
  public:
    explicit Prepared(Db& db) : db_(&db) {}
    /// `sql` is a string literal: it is known by its address.
    base::Result<Borrowed> use(const char* sql) {
        const auto found = statements_.find(sql);
        if (found != statements_.end()) return Borrowed(found->second);
        IR_TRY(auto statement, db_->prepare(sql));
        return Borrowed(statements_.emplace(sql, std::move(statement)).first->second);
    }
    void clear() { statements_.clear(); }
    Db& db() { return *db_; }

  private:
    Db* db_;
    std::unordered_map<const char*, Statement> statements_;
};

}  // namespace store
